import type { Store } from './open.ts';

/** The tables whose rows belong to a server. */
const OF_A_SERVER = ['daily_setting', 'daily_post', 'asked', 'vote'] as const;

/** Forgets all about a server, as when it has removed the bot. */
export async function forgetServer(store: Store, guild: string): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    for (const table of OF_A_SERVER) await transaction.deleteFrom(table).where('guild_id', '=', guild).execute();
  });
}
