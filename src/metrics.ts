/** What the program counts, for Prometheus. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** One reply: its command, how it came out, and the seconds it took to work out. */
  readonly replied: (command: string, status: string, seconds: number) => void;
  readonly text: () => Promise<{ readonly text: string; readonly type: string }>;
}

/** Answers take about a millisecond, so the buckets begin well below Prometheus's own. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 3];

/** A registry of its own for each program; `gatewayReady` is asked at each reading. */
export function createMetrics(gatewayReady: () => boolean): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
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
  new Gauge({
    name: 'parley_gateway_ready',
    help: 'Whether every shard of this process is connected to the gateway (1 or 0).',
    registers,
    collect() {
      this.set(gatewayReady() ? 1 : 0);
    },
  });
  return {
    replied: (command, status, took) => {
      replies.inc({ command, status });
      seconds.observe({ command }, took);
    },
    text: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}
