import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { forgetServer } from '../../src/store/forget.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { articlesOfServer, createServerArticles } from '../../src/store/server-articles.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const MINUTE_MS = 60_000;

describe.each(kinds)('the articles of servers, on $name', ({ skipped, create }) => {
  describe.skipIf(skipped)('are kept', () => {
    let database: EmptyDatabase;
    let store: Store;
    beforeEach(async () => {
      database = await create();
      store = await openStore(database.url, createLog('silent'));
    });
    afterEach(async () => {
      await store.destroy();
      await database.drop();
    });

    test('a choice takes the place of the one before, and none is all', async () => {
      const { choose, of } = createServerArticles(store, () => 0, createLog('silent'));
      expect(await of('1')).toEqual([]);
      await choose('1', ['lake', 'harbour']);
      expect(await articlesOfServer(store, '1')).toEqual(['harbour', 'lake']);
      await choose('1', ['lake']);
      expect(await articlesOfServer(store, '1')).toEqual(['lake']);
      expect(of('1')).toEqual(['lake']);
      expect(await of('2')).toEqual([]);
      await choose('1', []);
      expect(await articlesOfServer(store, '1')).toEqual([]);
    });

    test('what another process keeps is seen within a minute, and at once what is known', async () => {
      let now = 0;
      const here = createServerArticles(store, () => now, createLog('silent'));
      const elsewhere = createServerArticles(store, () => now, createLog('silent'));
      expect(here.known('1')).toEqual([]);
      await here.choose('1', ['lake']);
      await elsewhere.choose('1', ['harbour']);
      expect(here.known('1')).toEqual(['lake']);
      now += MINUTE_MS;
      expect(await here.of('1')).toEqual(['harbour']);
      expect(here.known('1')).toEqual(['harbour']);
    });

    test('while the store does not answer, what was known of a server holds, and others hear of all', async () => {
      let now = 0;
      const articles = createServerArticles(store, () => now, createLog('silent'));
      await articles.choose('1', ['lake']);
      now += MINUTE_MS;
      await store.destroy();
      expect([await articles.of('1'), await articles.of('2')]).toEqual([['lake'], []]);
      store = await openStore(database.url, createLog('silent'));
    });

    test('they go with the server', async () => {
      const articles = createServerArticles(store, () => 0, createLog('silent'));
      await articles.choose('1', ['lake']);
      await articles.choose('2', ['lake']);
      await forgetServer(store, '1', Date.parse('2026-05-16'));
      articles.forget('1');
      expect([await articles.of('1'), await articles.of('2')]).toEqual([[], ['lake']]);
    });
  });
});
