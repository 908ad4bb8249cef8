import type { Asked } from '../answer/daily.ts';
import { mostAsked } from '../insights/report.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Store } from '../store/open.ts';
import { dayOf } from '../text/dates.ts';

const SHOWN = 3;
/** A question that was asked once may identify one person. */
const FEWEST = 2;

/**
 * What a server asked most on the day before a date, most first; entries that no longer exist are left out. Days are
 * counted in UTC, so they may not match a server's local day exactly.
 */
export async function askedBefore(
  store: Store,
  { entries }: Pick<Knowledge, 'entries'>,
  guild: string,
  date: string,
): Promise<readonly Asked[]> {
  const day = dayOf(Date.parse(date), 1);
  const found = await mostAsked(store, { guild, from: day, to: day }, SHOWN);
  return found
    .filter(({ times }) => times >= FEWEST)
    .flatMap(({ entry, times }) => {
      const question = entries.get(entry)?.question;
      return question === undefined ? [] : { question, times };
    });
}
