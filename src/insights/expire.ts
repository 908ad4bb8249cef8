import { deleteLooseTexts } from '../store/forget.ts';
import type { Store } from '../store/open.ts';
import { dayOf } from '../text/dates.ts';

const TABLES = ['asked', 'misfit', 'question_text', 'vote', 'announced'] as const;

/**
 * Deletes everything that is `days` days old or older; everything at all for null. Returns the number of rows deleted.
 */
export async function expire(store: Store, days: number | null, now: number): Promise<number> {
  let rows = 0;
  for (const table of TABLES) {
    const all = store.deleteFrom(table);
    const old = days === null ? all : all.where('day', '<=', dayOf(now, days));
    rows += Number((await old.executeTakeFirst()).numDeletedRows);
  }
  // All records that say these texts found nothing or were misunderstood have just been deleted.
  const loose = await deleteLooseTexts(store).executeTakeFirst();
  return rows + Number(loose.numDeletedRows);
}

/**
 * Deletes records hashed with another key, because nobody could be recognised by them any more, neither to change a
 * vote nor to have it deleted. Returns the number of rows deleted.
 */
export async function deleteRecordsOfOtherKeys(store: Store, fingerprint: string): Promise<number> {
  const votes = await store.deleteFrom('vote').where('fingerprint', '!=', fingerprint).executeTakeFirst();
  const notes = await store
    .deleteFrom('question_text')
    .where('text', 'is', null)
    .where('fingerprint', '!=', fingerprint)
    .executeTakeFirst();
  return Number(votes.numDeletedRows + notes.numDeletedRows);
}
