/** Choices to offer while somebody types, and what they meant by what arrived: a choice's value, its name, or words. */

import type { Article, Entry, Knowledge, Topic } from '../knowledge/knowledge.ts';
import { newestFirst } from '../knowledge/of-articles.ts';
import { memoize } from '../text/memoize.ts';
import { normalise } from '../text/normalise.ts';
import type { Choice, Context } from './command.ts';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** All topics of all articles. */
export function topicsOf(knowledge: Knowledge): readonly Topic[] {
  return knowledge.articles.flatMap(({ topics }) => topics);
}

/** Those whose title holds what was typed, as choices; all of them for nothing typed. */
export function titleChoices(items: readonly Titled[], typed: string): readonly Choice[] {
  const wanted = normalise(typed);
  return items
    .filter(({ title }) => normalise(title).includes(wanted))
    .map(({ id, title }) => ({ name: title, value: id }));
}

/** The one of that id or title, or the only one whose title holds what was typed. */
export function byTitle<Item extends Titled>(items: readonly Item[], typed: string): Item | undefined {
  const wanted = normalise(typed);
  const exact = items.find(({ id, title }) => id === typed || normalise(title) === wanted);
  if (exact || wanted === '') return exact;
  const holding = items.filter(({ title }) => normalise(title).includes(wanted));
  return holding.length === 1 ? holding[0] : undefined;
}

/** The newest article that has one of that id or title, or the only one of its own whose title holds what was typed. */
export function articleWith(
  itemsOf: (article: Article) => readonly Titled[],
  typed: string,
  knowledge: Knowledge,
): string | undefined {
  return newestFirst(knowledge).find((article) => byTitle(itemsOf(article), typed))?.id;
}

/** Speakers by what was typed so far, as choices. */
export function speakerChoices(typed: string, { search }: Context): readonly Choice[] {
  return search.speakers(typed).map(({ id, name }) => ({ name, value: id }));
}

type Entries = Knowledge['entries'];

/** Entries by their question, normalised once: every question that is asked is looked up among them. */
const questionsOf = memoize(
  (entries: Entries): ReadonlyMap<string, Entry> =>
    // The first of two that read alike is the one that counts.
    new Map([...entries.values()].reverse().map((entry) => [normalise(entry.question), entry])),
);

/** The entry that a choice or a button stands for: it sends the id, and a client may send its name, the question. */
export function entryByChoice(chosen: string, { entries }: Pick<Knowledge, 'entries'>): Entry | undefined {
  return entries.get(chosen) ?? questionsOf(entries).get(normalise(chosen));
}
