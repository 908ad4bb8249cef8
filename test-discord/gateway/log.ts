/** What the gateway observed of the bot, for tests. */
export interface GatewayLog {
  identifies: {
    shard: [id: number, count: number];
    intents: number;
    /** Milliseconds since 1970. */
    at: number;
    /** Whether it violated `max_concurrency`: less than 5 s after another of its bucket. */
    tooSoon: boolean;
  }[];
  resumes: { shard: number; sequence: number; replayed: number }[];
  /** Including unacknowledged ones. */
  heartbeats: number;
  /** Connections that were refused while Discord was down. */
  turnedAway: number;
  /** The codes with which either side closed a socket. */
  closes: number[];
  /** Everything else that the bot sent: presence updates and the like. */
  others: { op: number; d: unknown }[];
}

/** Identifies of one bucket must be this far apart. https://discord.com/developers/docs/events/gateway#sharding-max-concurrency */
const IDENTIFY_GAP_MS = 5_000;

/** An empty log. */
export function emptyLog(): GatewayLog {
  return { identifies: [], resumes: [], heartbeats: 0, turnedAway: 0, closes: [], others: [] };
}

/** Records an identify, and whether it came too soon. */
export function noteIdentify(
  log: GatewayLog,
  { shard, intents, at }: { shard: [number, number]; intents: number; at: number },
  maxConcurrency: number,
): void {
  const bucket = shard[0] % maxConcurrency;
  const last = log.identifies.findLast((other) => other.shard[0] % maxConcurrency === bucket);
  log.identifies.push({ shard, intents, at, tooSoon: last !== undefined && at - last.at < IDENTIFY_GAP_MS });
}
