import type { Served } from './discord.ts';
import { withBot } from './measure.ts';
import type { Usage } from './probe.ts';

const PER_SECOND = 50;
const MEBIBYTE = 2 ** 20;

/** Prints the bot's memory after a collection, for each minute of a steady load at 2,500 servers. */
export async function soak(minutes: number, write: (line: string) => void): Promise<void> {
  write('| minute | answers | unanswered | p99, ms | RSS, MiB | heap, MiB |\n|---:|---:|---:|---:|---:|---:|');
  await withBot('parley', 2_500, async (_, { discord, process }) => {
    for (let minute = 1; minute <= minutes; minute++) {
      const load = { kind: 'steady', answers: PER_SECOND * 60, perSecond: PER_SECOND };
      const { answers, unanswered, latency } = await discord.request<Served>(load);
      const { rss, heap } = await process.request<Usage>({});
      const cells = [minute, answers, unanswered, latency.p99.toFixed(1)];
      write(`| ${[...cells, (rss / MEBIBYTE).toFixed(0), (heap / MEBIBYTE).toFixed(1)].join(' | ')} |`);
    }
  });
}
