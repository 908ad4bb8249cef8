/** The first second of 2015, Discord's epoch. https://discord.com/developers/docs/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
/** The low 22 bits of a snowflake distinguish ids of the same millisecond. */
const INCREMENT_BITS = 22n;
const INCREMENTS = 1 << 22;

/** The snowflake for a time (milliseconds since 1970) and a number below 2^22. */
export function snowflakeAt(milliseconds: number, increment = 0): string {
  return ((BigInt(milliseconds - DISCORD_EPOCH_MS) << INCREMENT_BITS) + BigInt(increment)).toString();
}

/** Creates snowflakes for the current time, never the same one twice. */
export function createSnowflakes(now: () => number): () => string {
  let made = 0;
  return () => snowflakeAt(now(), made++ % INCREMENTS);
}

/** The shard for a guild's events. https://discord.com/developers/docs/events/gateway#sharding */
export function shardOf(guildId: string, shardCount: number): number {
  return Number((BigInt(guildId) >> INCREMENT_BITS) % BigInt(shardCount));
}

/** The id with its low 22 bits cleared: the guild's id, for anything that this Discord creates in a guild. */
export function withoutIncrement(id: string): string {
  return ((BigInt(id) >> INCREMENT_BITS) << INCREMENT_BITS).toString();
}
