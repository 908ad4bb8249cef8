import type { Store } from '../store/open.ts';

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
