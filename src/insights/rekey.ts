import type { Store } from '../store/open.ts';

/**
 * Deletes what is kept under hashes of another key, as nobody could be known by them again: neither to change a vote
 * nor to have it deleted. Gives how many rows that were.
 */
export function rekey(store: Store, fingerprint: string): Promise<number> {
  return store.transaction().execute(async (transaction) => {
    const made = await transaction
      .insertInto('hash_key')
      .values({ fingerprint })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 0n) return 0;
    await transaction.deleteFrom('hash_key').where('fingerprint', '!=', fingerprint).execute();
    const votes = await transaction.deleteFrom('vote').executeTakeFirst();
    const notes = await transaction.deleteFrom('question_text').where('text', 'is', null).executeTakeFirst();
    return Number(votes.numDeletedRows + notes.numDeletedRows);
  });
}
