import { deleteLooseTexts } from '../store/forget.ts';
import type { Store } from '../store/open.ts';
import { dayOf } from '../text/dates.ts';

const TABLES = ['asked', 'misfit', 'question_text', 'vote', 'announced'] as const;

/** Deletes what is of a day so many days ago or older; all of it for null. Gives how many rows that were. */
export async function expire(store: Store, days: number | null, now: number): Promise<number> {
  let rows = 0;
  for (const table of TABLES) {
    const all = store.deleteFrom(table);
    const old = days === null ? all : all.where('day', '<=', dayOf(now, days));
    rows += Number((await old.executeTakeFirst()).numDeletedRows);
  }
  // They found nothing, or were misunderstood, and that is forgotten now.
  const loose = await deleteLooseTexts(store).executeTakeFirst();
  return rows + Number(loose.numDeletedRows);
}

/**
 * Deletes what is kept under hashes of another key, as nobody could be known by them again: neither to change a vote
 * nor to have it deleted. Gives how many rows that were.
 */
export async function rekey(store: Store, fingerprint: string): Promise<number> {
  const votes = await store.deleteFrom('vote').where('fingerprint', '!=', fingerprint).executeTakeFirst();
  const notes = await store
    .deleteFrom('question_text')
    .where('text', 'is', null)
    .where('fingerprint', '!=', fingerprint)
    .executeTakeFirst();
  return Number(votes.numDeletedRows + notes.numDeletedRows);
}
