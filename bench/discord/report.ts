import { quantiles } from '../quantiles.ts';
import type { Bot } from './measure.ts';
import { type Measured, type Measurements, SIZES } from './rounds.ts';

/** The target for the ratio of this bot's figure to the bare one's. */
interface Bar {
  readonly holds: (ratio: number) => boolean;
  readonly words: string;
}

const atLeast = (bar: number): Bar => ({ holds: (ratio) => ratio >= bar, words: `>= ${bar}` });
const atMost = (bar: number): Bar => ({ holds: (ratio) => ratio <= bar, words: `<= ${bar}` });

const MEBIBYTE = 2 ** 20;
const median = (values: readonly number[]) => quantiles(values).p50;

/** The medians and their ratios as a Markdown table, with each target and whether it is met. */
export function report({ runs, knowledge }: Measurements): string {
  const opening = median(knowledge) / 1000;
  const of = (bot: Bot, figure: (run: Measured) => number | undefined) =>
    median(runs.filter((run) => run.bot === bot).flatMap((run) => figure(run) ?? []));

  function row(name: string, figure: (run: Measured) => number | undefined, bar?: Bar, less = 0): string {
    const bare = of('bare', figure);
    const parley = of('parley', figure);
    const ratio = (parley - less) / bare;
    const verdict = bar ? `${bar.words}: ${bar.holds(ratio) ? 'met' : 'missed'}` : '';
    const shown = (value: number) => value.toFixed(value < 100 ? 2 : 0);
    return `| ${name} | ${shown(bare)} | ${shown(parley)} | ${Number.isFinite(ratio) ? ratio.toFixed(2) : ''} | ${verdict} |`;
  }

  const sized = SIZES.flatMap((size) => {
    const at = (figure: (run: Measured) => number) => (run: Measured) =>
      run.servers === size ? figure(run) : undefined;
    const servers = `${size.toLocaleString('en-GB')} ${size === 1 ? 'server' : 'servers'}`;
    return [
      row(
        `RSS, ${servers}, MiB`,
        at(({ started }) => started.idle.rss / MEBIBYTE),
        size === 2_500 ? atMost(0.7) : undefined,
      ),
      row(
        `heap, ${servers}, MiB`,
        at(({ started }) => started.idle.heap / MEBIBYTE),
      ),
      row(
        `ready, ${servers}, s`,
        at(({ started }) => started.ready),
        atMost(1.15),
        opening,
      ),
    ];
  });
  const warmAfter = median(runs.flatMap(({ loaded }) => loaded?.warmAfter ?? []));
  return [
    '| median | bare discord.js | Parley | ratio | bar |',
    '|---|---:|---:|---:|---|',
    row('answers a CPU second', ({ loaded }) => loaded?.perCpuSecond, atLeast(0.9)),
    row(`the same, after ${warmAfter.toLocaleString('en-GB')} answers`, ({ loaded }) => loaded?.perCpuSecondWarm),
    row('answers a second, as it went', ({ loaded }) => loaded?.perSecond),
    row('latency p50, ms', ({ loaded }) => loaded?.p50),
    row('latency p99, ms', ({ loaded }) => loaded?.p99, atMost(1.2)),
    row('unanswered', ({ loaded }) => loaded?.unanswered),
    ...sized,
    '',
    `Opening the knowledge takes ${opening.toFixed(2)} s; it is taken off this bot's start before the ratio.`,
    'The bare bot is discord.js with its default caches. Load and latency are at 2,500 servers on one shard.',
  ].join('\n');
}
