/** What is kept of one person, for themselves. */
import type { KeptOfPerson } from '../answer/privacy.ts';
import type { Store } from '../store/open.ts';
import { NO_GUILD } from './record.ts';

/** All that stands under a person's hashes. */
export async function keptOf(store: Store, hashes: readonly string[]): Promise<KeptOfPerson> {
  const votes = await store
    .selectFrom('vote')
    .select(['guild_id', 'entry', 'day', 'helpful', 'meant'])
    .where('voter', 'in', hashes)
    .orderBy('day')
    .orderBy('entry')
    .execute();
  const questions = await store
    .selectFrom('question_text')
    .select('day')
    .where('asker', 'in', hashes)
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

/** Deletes all that stands under a person's hashes; gives how much it was. */
export function deleteOf(
  store: Store,
  hashes: readonly string[],
): Promise<{ readonly votes: number; readonly questions: number }> {
  return store.transaction().execute(async (transaction) => {
    const votes = await transaction.deleteFrom('vote').where('voter', 'in', hashes).executeTakeFirst();
    const questions = await transaction.deleteFrom('question_text').where('asker', 'in', hashes).executeTakeFirst();
    return { votes: Number(votes.numDeletedRows), questions: Number(questions.numDeletedRows) };
  });
}
