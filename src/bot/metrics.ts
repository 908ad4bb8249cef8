/** The program's metrics, for Prometheus. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The outcomes of a daily post; the same words as in the ledger. */
const OUTCOMES = ['sent', 'failed', 'missed', 'unknown'] as const;

export interface Metrics {
  /** Counts a reply: its command, its status, and how many seconds it took. */
  readonly replied: (command: string, status: string, seconds: number) => void;
  /** Counts a daily post that this process has settled. */
  readonly posted: (outcome: (typeof OUTCOMES)[number]) => void;
  readonly text: () => Promise<{ readonly text: string; readonly type: string }>;
}

/** What is read at each scrape; if undefined, the metric is left out. */
export interface Readings {
  /** Whether every shard of this process is connected to the gateway. */
  readonly gatewayReady: () => boolean | undefined;
  /** Daily posts due and not made, over all processes. */
  readonly postsDue: () => Promise<number | undefined>;
}

/** Answers take about a millisecond, so the buckets start well below Prometheus's defaults. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 3];

/** Creates a new registry, so that programs in one process do not share one. */
export function createMetrics({ gatewayReady, postsDue }: Readings): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  const gauge = (name: string, help: string, read: () => Promise<number | undefined>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        const value = await read();
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  collectDefaultMetrics({ register: registry });
  const replies = new Counter({
    name: 'parley_replies_total',
    help: 'Replies, by command and how they came out.',
    labelNames: ['command', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'parley_reply_seconds',
    help: 'Time to work out a reply, without the way to Discord.',
    labelNames: ['command'],
    buckets: SECONDS,
    registers,
  });
  const posts = new Counter({
    name: 'parley_daily_posts_total',
    help: 'Daily posts that this process made or gave up, by how they came out.',
    labelNames: ['outcome'],
    registers,
  });
  // Starts at zero, so that the first failure shows as an increase.
  for (const outcome of OUTCOMES) posts.inc({ outcome }, 0);
  gauge(
    'parley_gateway_ready',
    'Whether every shard of this process is connected to the gateway (1 or 0).',
    async () => {
      const ready = gatewayReady();
      return ready === undefined ? undefined : Number(ready);
    },
  );
  gauge('parley_daily_posts_due', 'Daily posts due now and not made, over all processes of the store.', postsDue);
  return {
    replied: (command, status, took) => {
      replies.inc({ command, status });
      seconds.observe({ command }, took);
    },
    posted: (outcome) => posts.inc({ outcome }),
    text: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}
