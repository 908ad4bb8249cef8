/**
 * Choices to offer while somebody types, and what the value that arrives means: a choice's value, its name, or free
 * text.
 */

import type { Article, Entry, Knowledge, Topic } from '../knowledge/knowledge.ts';
import { newestFirst } from '../knowledge/of-articles.ts';
import type { Messages } from '../messages/messages.ts';
import { memoize } from '../text/memoize.ts';
import { normalise } from '../text/normalise.ts';
import { cut } from '../text/quote.ts';
import type { Choice, Context } from './command.ts';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** All topics of all articles. */
export function topicsOf(knowledge: Knowledge): readonly Topic[] {
  return knowledge.articles.flatMap(({ topics }) => topics);
}

/** Those whose title contains the typed text, as choices; all of them for empty text. */
export function titleChoices(items: readonly Titled[], typed: string): readonly Choice[] {
  const wanted = normalise(typed);
  return items
    .filter(({ title }) => normalise(title).includes(wanted))
    .map(({ id, title }) => ({ name: title, value: id }));
}

/** The one with that id or title, or the only one whose title contains the typed text. */
export function byTitle<Item extends Titled>(items: readonly Item[], typed: string): Item | undefined {
  const wanted = normalise(typed);
  const exact = items.find(({ id, title }) => id === typed || normalise(title) === wanted);
  if (exact || wanted === '') return exact;
  const holding = items.filter(({ title }) => normalise(title).includes(wanted));
  return holding.length === 1 ? holding[0] : undefined;
}

/** The newest article with an item of that id or title, or with exactly one whose title contains the typed text. */
export function articleWith(
  itemsOf: (article: Article) => readonly Titled[],
  typed: string,
  knowledge: Knowledge,
): string | undefined {
  return newestFirst(knowledge).find((article) => byTitle(itemsOf(article), typed))?.id;
}

/** The speakers that match the text typed so far, as choices. */
export function speakerChoices(typed: string, { search }: Context): readonly Choice[] {
  return search.speakers(typed).map(({ id, name }) => ({ name, value: id }));
}

/** The most characters of a list of names: with all articles there may be many. */
const LONGEST_LIST = 1000;

/** Names to choose from, in one line. */
export const nameList = (names: readonly string[], { say }: Messages): string =>
  cut(names.join(say('list.separator')), LONGEST_LIST);

type Entries = Knowledge['entries'];

/** Entries by their normalised question, computed once: every question is looked up here. */
const questionsOf = memoize(
  (entries: Entries): ReadonlyMap<string, Entry> =>
    // The first of two that read alike is the one that counts.
    new Map([...entries.values()].reverse().map((entry) => [normalise(entry.question), entry])),
);

/** The entry with a question, as it is written in the language of the knowledge. */
export const entryByQuestion = (question: string, { entries }: Pick<Knowledge, 'entries'>): Entry | undefined =>
  questionsOf(entries).get(normalise(question));

/**
 * The entry that a choice or a button stands for: normally by its id, but a client may send the choice's name, the
 * question.
 */
export function entryByChoice(chosen: string, knowledge: Pick<Knowledge, 'entries'>): Entry | undefined {
  return knowledge.entries.get(chosen) ?? entryByQuestion(chosen, knowledge);
}
