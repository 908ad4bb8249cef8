/** Tracks whether a shard has received all its servers: Discord sends each in full right after it has connected. */

/** If no server arrives for this long, the missing ones are unavailable for now; discord.js waits as long. */
const QUIET_MS = 15_000;

export interface Arrivals {
  /** A shard has connected, and should receive these servers. */
  readonly expect: (shard: number, guilds: readonly string[]) => void;
  /** A shard has received a server. */
  readonly arrived: (shard: number, guild: string) => void;
}

/** Calls `onAll` once a shard has received all its servers, with how many there are and how many stayed unavailable. */
export function createArrivals(onAll: (shard: number, servers: number, missing: number) => void): Arrivals {
  const pending = new Map<number, { servers: number; missing: Set<string>; timer: NodeJS.Timeout }>();
  const finish = (shard: number) => {
    const { servers = 0, missing, timer } = pending.get(shard) ?? {};
    clearTimeout(timer);
    pending.delete(shard);
    onAll(shard, servers, missing?.size ?? 0);
  };
  return {
    expect: (shard, guilds) => {
      clearTimeout(pending.get(shard)?.timer);
      const timer = setTimeout(finish, QUIET_MS, shard).unref();
      pending.set(shard, { servers: guilds.length, missing: new Set(guilds), timer });
      if (guilds.length === 0) finish(shard);
    },
    arrived: (shard, guild) => {
      const waiting = pending.get(shard);
      if (!waiting?.missing.delete(guild)) return;
      if (waiting.missing.size === 0) finish(shard);
      else waiting.timer.refresh();
    },
  };
}
