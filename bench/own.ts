import { join } from 'node:path';
import { BASE_LANGUAGE, messagesIn } from '../src/messages/messages.ts';
import { openSnapshot } from '../src/snapshot/open.ts';
import { type AskLatency, benchAsk } from './ask-latency.ts';
import { benchAutocomplete } from './autocomplete.ts';
import { benchChart } from './chart.ts';
import { duration, percent, table } from './format.ts';

const ROOT = join(import.meta.dirname, '..');

const rowsOf = ({ language, alone, afterAnAnswer }: AskLatency) => [
  [`/ask in the language ${language}, from input to reply`, '–', duration(alone.p50), duration(alone.p99)],
  ['the same after an answer', '–', duration(afterAnAnswer.p50), duration(afterAnAnswer.p99)],
];

/**
 * A table of timings with the repository's own knowledge, such as a question to its reply. `quick`: with a tenth of the cases.
 * @throws if the knowledge is invalid.
 */
export async function ownTable(quick: boolean): Promise<string> {
  const opened = await openSnapshot(
    { knowledge: join(ROOT, 'knowledge'), cacheFolder: join(ROOT, 'data'), articles: undefined },
    () => undefined,
  );
  if (!opened.ok) throw new Error('The knowledge is broken; `npm run check` says where.');
  const context = { ...opened.snapshot, messages: messagesIn(BASE_LANGUAGE), now: new Date() };
  const asking = benchAsk(context, quick ? 100 : 1000);
  const completing = benchAutocomplete(context.knowledge, quick ? 40 : 4);
  const drawing = await benchChart();
  const title = `among the first five, of ${completing.typed.toLocaleString('en')}`;
  return table(
    ['the knowledge of this repository', title, 'p50', 'p99'],
    [
      ...asking.flatMap(rowsOf),
      [
        'autocomplete, 60 % typed, one letter wrong',
        percent(completing.found),
        duration(completing.time.p50),
        duration(completing.time.p99),
      ],
      [
        `chart of /insights, 30 days; the first ${duration(drawing.first)}`,
        '–',
        duration(drawing.time.p50),
        duration(drawing.time.p99),
      ],
    ],
  );
}
