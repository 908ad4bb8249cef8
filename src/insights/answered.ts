/** What a server asked in vain and is answered by now, for its next daily post. */
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { inLanguage } from '../knowledge/translate.ts';
import type { Store } from '../store/open.ts';
import { memoize } from '../text/memoize.ts';
import { comparable } from './redact.ts';

/** The entries by each way to ask them, in all languages. There are tens of thousands, so others get their turn meanwhile. */
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
  /** By which it is noted that a post has said so. */
  readonly texts: readonly string[];
}

/**
 * Entries that now answer what a server asked in vain, each once: first those of which the post of `date` is noted to say
 * so, then those of which none is. So a post that is made again says the same, whatever was noted or written between.
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

/** Takes that back for a post which surely did not go out: the next one says it. */
export async function unnoteAnnounced(store: Store, guild: string, date: string): Promise<void> {
  await store.deleteFrom('announced').where('guild_id', '=', guild).where('day', '=', date).execute();
}
