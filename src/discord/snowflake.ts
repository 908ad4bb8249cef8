/** The first millisecond of Discord's ids: 2015-01-01 (https://discord.com/developers/docs/reference#snowflakes). */
const EPOCH = 1_420_070_400_000;

/** When an object of Discord's was created, in milliseconds since 1970, from its id. */
export function createdAt(id: string): number {
  return Number(BigInt(id) >> 22n) + EPOCH;
}
