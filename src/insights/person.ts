/** The records of one person, for that person. */
import type { PersonRecords } from '../answer/privacy.ts';
import { truncateWal } from '../store/erase.ts';
import type { Store } from '../store/open.ts';
import { NO_GUILD } from './record.ts';

/** The hashes of one person, as voter and as asker. */
export interface Hashes {
  readonly voter: readonly string[];
  readonly asker: readonly string[];
}

/** Everything recorded under a person's hashes. */
export async function recordsOf(store: Store, { voter, asker }: Hashes): Promise<PersonRecords> {
  const votes = await store
    .selectFrom('vote')
    .select(['guild_id', 'entry', 'day', 'helpful', 'meant'])
    .where('voter', 'in', voter)
    .orderBy('day')
    .orderBy('entry')
    .execute();
  const questions = await store
    .selectFrom('question_text')
    .select('day')
    .where('asker', 'in', asker)
    .orderBy('day')
    .execute();
  return {
    votes: votes.map(({ guild_id, entry, day, helpful, meant }) => ({
      server: guild_id === NO_GUILD ? null : guild_id,
      entry,
      day,
      helpful: helpful === 1,
      meant,
    })),
    questions,
  };
}

/** Deletes everything recorded under a person's hashes; returns how much there was. */
export async function deleteRecordsOf(
  store: Store,
  { voter, asker }: Hashes,
): Promise<{ readonly votes: number; readonly questions: number }> {
  const deleted = await store.transaction().execute(async (transaction) => {
    const votes = await transaction.deleteFrom('vote').where('voter', 'in', voter).executeTakeFirst();
    const questions = await transaction.deleteFrom('question_text').where('asker', 'in', asker).executeTakeFirst();
    return { votes: Number(votes.numDeletedRows), questions: Number(questions.numDeletedRows) };
  });
  await truncateWal(store);
  return deleted;
}
