/** What the gateway saw of the bot, for tests to read. */
export interface GatewayLog {
  identifies: {
    shard: [id: number, count: number];
    intents: number;
    /** Milliseconds since 1970. */
    at: number;
    /** Whether its turn among `max_concurrency` had not come: less than 5 s after another of its bucket. */
    tooSoon: boolean;
  }[];
  resumes: { shard: number; sequence: number; replayed: number }[];
  /** Acknowledged or not. */
  heartbeats: number;
  /** Connections that were turned away while Discord was down. */
  turnedAway: number;
  /** The codes with which either side closed a socket. */
  closes: number[];
  /** What else the bot sent: presence updates and the like. */
  others: { op: number; d: unknown }[];
}

/** Identifies of one bucket must be this far apart. https://discord.com/developers/docs/events/gateway#sharding-max-concurrency */
const IDENTIFY_GAP_MS = 5_000;

/** A log with nothing in it. */
export function emptyLog(): GatewayLog {
  return { identifies: [], resumes: [], heartbeats: 0, turnedAway: 0, closes: [], others: [] };
}

/** Notes an identify and whether it came before its turn. */
export function noteIdentify(
  log: GatewayLog,
  { shard, intents, at }: { shard: [number, number]; intents: number; at: number },
  maxConcurrency: number,
): void {
  const bucket = shard[0] % maxConcurrency;
  const last = log.identifies.findLast((other) => other.shard[0] % maxConcurrency === bucket);
  log.identifies.push({ shard, intents, at, tooSoon: last !== undefined && at - last.at < IDENTIFY_GAP_MS });
}
