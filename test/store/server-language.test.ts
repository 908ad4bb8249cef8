import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import type { Translation } from '../../src/knowledge/knowledge.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { createServerLanguage } from '../../src/store/server-language.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const log = createLog('silent');
const inLanguages = (...languages: readonly string[]) => ({
  translations: new Map(languages.map((one) => [one, {} as Translation])),
});
const ukrainian = { id: '300', locale: 'uk' };

describe.each(kinds)('the language of a server, on $name', ({ skipped, create }) => {
  describe.skipIf(skipped)('is kept', () => {
    let database: EmptyDatabase;
    let store: Store;
    beforeEach(async () => {
      database = await create();
      store = await openStore(database.url, log);
    });
    afterEach(async () => {
      await store.destroy();
      await database.drop();
    });

    test('as Discord’s for it, until a manager chooses one', async () => {
      const { of, soon, choose } = createServerLanguage(store, () => inLanguages('uk', 'tr'), log);
      expect(await of(ukrainian)).toBe('uk');
      expect(await of({ id: '300' })).toBe('en');
      await choose(ukrainian, undefined);
      expect(await of({ id: '300' })).toBe('uk');
      await choose({ id: '300' }, 'tr');
      expect([await of(ukrainian), await soon(ukrainian)]).toEqual(['tr', 'tr']);
      await choose({ id: '300' }, null);
      expect(await of({ id: '300' })).toBe('uk');
    });

    test('in one that the knowledge is in, else in English', async () => {
      expect(await createServerLanguage(store, () => inLanguages('tr'), log).of(ukrainian)).toBe('en');
    });
  });
});

test('a language is not known soon while the store does not answer', async () => {
  const store = await openStore('sqlite::memory:', log);
  await store.destroy();
  expect(await createServerLanguage(store, () => inLanguages('uk'), log).soon(ukrainian)).toBeUndefined();
});
