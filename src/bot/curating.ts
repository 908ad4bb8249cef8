/** What the page's curators work on: the questions of the bot's own store beside those tried here, and the files. */
import { existsSync } from 'node:fs';
import type { Queued } from '../insights/queue.ts';
import { queueOf } from '../insights/queue.ts';
import { createWriter, type Write } from '../knowledge/write.ts';
import { openStore, type Store, sqliteFile } from '../store/open.ts';
import type { Services } from './services.ts';

export interface Curating {
  /** What was asked in vain, most asked first. */
  readonly queue: () => Promise<readonly Queued[]>;
  /** Writes an edit into the knowledge's files. */
  readonly write: Write;
  readonly close: () => Promise<void>;
}

/** The store of the bot on Discord, if there is one; what is tried on the page is not kept there. */
async function storeOfBot({ config: { databaseUrl }, log }: Services): Promise<Store | undefined> {
  const file = sqliteFile(databaseUrl);
  if (file === ':memory:' || (file !== null && !existsSync(file))) return undefined;
  return openStore(databaseUrl, log);
}

/** @throws {Fatal} if the bot's store is there and cannot be used. */
export async function openCurating(services: Services, folder: string): Promise<Curating> {
  const { config, store, live, insights } = services;
  const own = await storeOfBot(services);
  const stores = own ? [own, store] : [store];
  return {
    queue: async () => {
      await insights.settled();
      return queueOf(stores, config.keepDays, Date.now(), live.current().languages);
    },
    write: createWriter(folder, config.articlesDir, () => new Date().toISOString().slice(0, 10)),
    close: async () => own?.destroy(),
  };
}
