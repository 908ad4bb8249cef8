import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { dispatch } from '../../src/answer/dispatch.ts';
import { createForgetServer, type ForgetServer } from '../../src/bot/forget-server.ts';
import { createLog } from '../../src/config/log.ts';
import { tick } from '../../src/daily/loop.ts';
import { saveSchedule } from '../../src/daily/settings.ts';
import { type OpenInsights, openInsights } from '../../src/insights/open.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { articlesOfServer, createServerArticles } from '../../src/store/server-articles.ts';
import { SETTINGS } from '../support/asking.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { smallContext } from '../support/knowledge.ts';
import { posting } from '../support/posting.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const DUE = Date.parse('2026-05-16T09:00:00Z');
const guild = { id: '1', canManage: false };
const log = createLog('silent');
const now = () => DUE;

describe.each(kinds)('a server that has removed the bot, on $name', ({ skipped, create }) => {
  describe.skipIf(skipped)('is forgotten', () => {
    let database: EmptyDatabase;
    let store: Store;
    let insights: OpenInsights;
    let serverArticles: ReturnType<typeof createServerArticles>;
    let forgetServer: ForgetServer;

    beforeEach(async () => {
      database = await create();
      store = await openStore(database.url, log);
      insights = openInsights(SETTINGS, store, now, log);
      serverArticles = createServerArticles(store, now, log);
      forgetServer = createForgetServer(store, insights, serverArticles, now, log);
      await saveSchedule(store, { guild: guild.id, channel: '2', time: '09:00', zone: 'UTC' }, DUE - 1);
      await serverArticles.choose(guild.id, ['lake-talks']);
      const request = {
        command: 'ask',
        options: { question: 'number of trout' },
        asker: { user: '9', locale: 'en', guild },
      };
      const onError = (_id: string, error: unknown) => {
        throw error;
      };
      insights.records.afterAnswer(
        await dispatch(request, { commands, context: smallContext, onError }),
        request,
        now(),
      );
    });
    afterEach(async () => {
      await insights.stop();
      await store.destroy();
      await database.drop();
    });

    const left = async () => {
      await insights.settled();
      return {
        asked: await store.selectFrom('asked').select('item').execute(),
        settings: await store.selectFrom('daily_setting').select('guild_id').execute(),
        articles: await articlesOfServer(store, guild.id),
        known: serverArticles.known(guild.id),
      };
    };
    const nothing = { asked: [], settings: [], articles: [], known: [] };

    test('with a question asked there a moment ago', async () => {
      await forgetServer(guild.id);
      expect(await left()).toEqual(nothing);
    });

    test('as wholly where the refusal of a daily post tells of it', async () => {
      const channel = fakeChannel(now, { instead: () => ({ kind: 'refused', reason: 'no' }), hasLeft: true });
      await tick(posting({ store, channel, now, forgetServer }));
      expect(await left()).toEqual(nothing);
    });
  });
});
