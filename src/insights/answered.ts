/** What a server asked in vain and is answered by now, for its next daily post. */
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import { inLanguage } from '../knowledge/translate.ts';
import type { Store } from '../store/open.ts';
import { memoize } from '../text/memoize.ts';
import { words } from '../text/normalise.ts';

const key = (text: string) => words(text).join(' ');

/** The entries by each way to ask them, in all languages. */
const byPhrasing = memoize((knowledge: Knowledge): ReadonlyMap<string, Entry> => {
  const all = [knowledge, ...[...knowledge.translations.keys()].map((language) => inLanguage(knowledge, language))];
  return new Map(
    all.flatMap(({ entries }) =>
      [...entries.values()].flatMap((entry) =>
        [entry.question, ...entry.phrasings].map((text) => [key(text), entry] as const),
      ),
    ),
  );
});

export interface NewlyAnswered {
  readonly entry: string;
  /** By which it is noted that a post has said so. */
  readonly texts: readonly string[];
}

/**
 * Entries that now answer what a server asked in vain, each once: those of which no post has said so, and those of which
 * the post of `date` does. The same each time that a post is made, whatever was noted between.
 */
export async function newlyAnswered(
  store: Store,
  knowledge: Knowledge,
  guild: string,
  date: string,
): Promise<readonly NewlyAnswered[]> {
  const rows = await store
    .selectFrom('asked')
    .innerJoin('question_text', 'question_text.text_key', 'asked.item')
    .leftJoin('announced', (join) =>
      join.onRef('announced.text_key', '=', 'asked.item').onRef('announced.guild_id', '=', 'asked.guild_id'),
    )
    .where('asked.guild_id', '=', guild)
    .where('asked.status', '=', 'no_match')
    .where('question_text.text', 'is not', null)
    .where(({ or, eb }) => or([eb('announced.day', 'is', null), eb('announced.day', '=', date)]))
    .select(['asked.item', 'question_text.text'])
    .distinct()
    .orderBy('asked.item')
    .execute();
  const found = rows.flatMap(({ item, text }) => {
    const entry = byPhrasing(knowledge).get(key(text ?? ''));
    return entry ? [{ entry: entry.id, item }] : [];
  });
  return [...Map.groupBy(found, ({ entry }) => entry)].map(([entry, theirs]) => ({
    entry,
    texts: theirs.map(({ item }) => item),
  }));
}

/** Notes that the post of a date says so, before it goes out: no later one says it again. */
export async function noteAnnounced(
  store: Store,
  guild: string,
  date: string,
  answered: readonly NewlyAnswered[],
): Promise<void> {
  const rows = answered.flatMap(({ texts }) => texts.map((text_key) => ({ guild_id: guild, text_key, day: date })));
  if (rows.length === 0) return;
  await store
    .insertInto('announced')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
