import { emptyLog } from './erase.ts';
import type { Store } from './open.ts';

/** The tables whose rows belong to a server, in the order in which everything writes to them. */
const OF_A_SERVER = ['daily_setting', 'daily_post', 'vote', 'misfit', 'asked'] as const;

/** Forgets all about a server, as when it has removed the bot, and the texts that were asked in no other. */
export async function forgetServer(store: Store, guild: string): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const texts = await transaction
      .selectFrom('asked')
      .select('item as text_key')
      .where('guild_id', '=', guild)
      .where('status', '=', 'no_match')
      .union(transaction.selectFrom('misfit').select('text_key').where('guild_id', '=', guild))
      .orderBy('text_key')
      .execute();
    for (const table of OF_A_SERVER) await transaction.deleteFrom(table).where('guild_id', '=', guild).execute();
    for (const { text_key } of texts) await deleteLooseTexts(transaction).where('text_key', '=', text_key).execute();
  });
  await emptyLog(store);
}

/** A deletion of the texts of which nothing is counted any more; the caller may narrow it. */
export function deleteLooseTexts(store: Store) {
  return store
    .deleteFrom('question_text')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('asked').select('item').whereRef('item', '=', 'question_text.text_key'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('misfit').select('day').whereRef('misfit.text_key', '=', 'question_text.text_key'))),
    );
}
