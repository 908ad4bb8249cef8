import { createLog } from '../../src/config/log.ts';
import { openStore } from '../../src/store/open.ts';

/** Makes every daily post in a database due now, as if its hour had come. */
export async function becomeDue(databaseUrl: string): Promise<void> {
  const store = await openStore(databaseUrl, createLog('silent'));
  await store.updateTable('daily_setting').set({ next_at: Date.now() }).execute();
  await store.destroy();
}
