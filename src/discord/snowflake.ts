/** The first millisecond of Discord's ids: 2015-01-01 (https://discord.com/developers/docs/reference#snowflakes). */
const EPOCH = 1_420_070_400_000;

/** When a thing of Discord's was made, in milliseconds since 1970, by its id. */
export function createdAt(id: string): number {
  return Number(BigInt(id) >> 22n) + EPOCH;
}

/** The lowest id that a thing made at a time can have, in milliseconds since 1970: what Discord calls `after` begins there. */
export function firstIdAt(time: number): string {
  return (BigInt(time - EPOCH) << 22n).toString();
}
