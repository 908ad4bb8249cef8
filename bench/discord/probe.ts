/** Preloaded into a bot under measurement (`--import`, with `--expose-gc`): reports over IPC what the process has used. */
export interface Usage {
  /** After a full collection, in bytes. */
  readonly rss: number;
  readonly heap: number;
  /** User and system time of all its threads since the start, in seconds: before the collection, and after it. */
  readonly cpu: { readonly before: number; readonly after: number };
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

process.on('message', () => {
  const before = cpuSeconds();
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const usage: Usage = { rss, heap: heapUsed, cpu: { before, after: cpuSeconds() } };
  process.send?.(usage);
});
// Listening for messages alone must not keep the bot alive.
process.channel?.unref();
