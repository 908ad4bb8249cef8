/** Questions of a server that had no answer and now have one, for its next daily post. */
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { inLanguage } from '../knowledge/translate.ts';
import type { Store } from '../store/open.ts';
import { memoize } from '../text/memoize.ts';
import { comparable } from './redact.ts';

/**
 * The entries by each of their phrasings, in all languages. There are tens of thousands, so this yields to other work.
 */
const byPhrasing = memoize(async (knowledge: Knowledge): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  for (const language of [knowledge.language, ...knowledge.translations.keys()]) {
    for (const { id, question, phrasings } of inLanguage(knowledge, language).entries.values()) {
      for (const text of [question, ...phrasings]) found.set(comparable(text), id);
      await othersTurn();
    }
  }
  return found;
});

export interface NewlyAnswered {
  readonly entry: string;
  /** The keys under which it is recorded that a post has announced it. */
  readonly texts: readonly string[];
}

/**
 * Entries that now answer questions of a server that had no answer, each once: first those already recorded for the
 * post of `date`, then those that no post has announced. So a retried post says the same, whatever was recorded or
 * written meanwhile.
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
    .select(['asked.item', 'question_text.text', 'announced.day'])
    .distinct()
    .orderBy('announced.day', (order) => order.asc().nullsLast())
    .orderBy('asked.item')
    .execute();
  if (rows.length === 0) return [];
  const entries = await byPhrasing(knowledge);
  const found = rows.flatMap(({ item, text }) => {
    const entry = entries.get(comparable(text ?? ''));
    return entry === undefined ? [] : [{ entry, item }];
  });
  return [...Map.groupBy(found, ({ entry }) => entry)].map(([entry, theirs]) => ({
    entry,
    texts: theirs.map(({ item }) => item),
  }));
}

/** Records, before it goes out, that the post of a date announces them, so that no later post does. */
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

/** Undoes that for a post that certainly did not go out, so that the next one announces them. */
export async function unnoteAnnounced(store: Store, guild: string, date: string): Promise<void> {
  await store.deleteFrom('announced').where('guild_id', '=', guild).where('day', '=', date).execute();
}
