/** What curators work on in the page: the questions in the bot's own store, those tried here, and the files. */
import { existsSync } from 'node:fs';
import { queueOf } from '../insights/queue.ts';
import { createWriter } from '../knowledge/write.ts';
import type { Curating } from '../page/queue.ts';
import { openStore, type Store, sqliteFile } from '../store/open.ts';
import type { Services } from './services.ts';

export interface OpenCurating extends Curating {
  readonly close: () => Promise<void>;
}

/** The store of the bot on Discord, if there is one; questions tried on the page are not stored there. */
async function storeOfBot({ config: { databaseUrl }, log }: Services): Promise<Store | undefined> {
  const file = sqliteFile(databaseUrl);
  if (file === ':memory:' || (file !== null && !existsSync(file))) return undefined;
  return openStore(databaseUrl, log);
}

/** @throws {Fatal} if the bot's store exists and cannot be used. */
export async function openCurating(services: Services, folder: string): Promise<OpenCurating> {
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
