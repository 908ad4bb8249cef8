/** What a server asked most on the day before, in its post and in the preview of it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { createLog } from '../../src/config/log.ts';
import { askedBefore } from '../../src/daily/asked.ts';
import { tick } from '../../src/daily/loop.ts';
import { createDailyService } from '../../src/daily/service.ts';
import { saveSchedule } from '../../src/daily/settings.ts';
import type { Channel } from '../../src/posting/channel.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { createServerLanguage } from '../../src/store/server-language.ts';
import { type Asking, asking, type Person } from '../support/asking.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { smallContext, withSeries } from '../support/knowledge.ts';
import { posting } from '../support/posting.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const { knowledge } = smallContext;
const log = createLog('silent');
const ann: Person = { user: '1', guild: '300' };
const cid: Person = { user: '3', guild: '400' };
const DUE = Date.parse('2026-05-17T09:00:00Z');

describe.each(kinds)('the most asked of yesterday on $name', ({ skipped, create }) => {
  describe.skipIf(skipped)('of one server', () => {
    let database: EmptyDatabase;
    let store: Store;
    let people: Asking;
    beforeEach(async () => {
      database = await create();
      store = await openStore(database.url, log);
      people = asking(store, {}, '2026-05-16T10:00:00Z');
      const words = [
        'number of trout',
        'trout count',
        'depth of the lake',
        'deepest point',
        'when did the mayor visit',
      ];
      for (const one of [...words, 'number of trout']) await people.ask(ann, one);
      for (const words of ['when did the mayor visit', 'will it rain tomorrow']) await people.ask(cid, words);
      people.now += 24 * 60 * 60 * 1000;
      await people.ask(ann, 'when did the mayor visit');
    });
    afterEach(async () => {
      await people.stop();
      await store.destroy();
      await database.drop();
    });

    // What was asked once is left out.
    const expected = [
      { question: 'How many trout are in the lake?', times: 3 },
      { question: 'How deep is the lake?', times: 2 },
    ];

    test('counts that day and that server alone, and leaves out what is gone from the knowledge', async () => {
      expect(await askedBefore(store, knowledge, '300', '2026-05-17')).toEqual(expected);
      const entries = new Map(knowledge.entries);
      entries.delete('how-many-trout');
      expect(await askedBefore(store, { entries }, '300', '2026-05-17')).toEqual(expected.slice(1));
      expect(await askedBefore(store, knowledge, '300', '2026-05-16')).toEqual([]);
    });

    test('stands in the post, and the preview has the same', async () => {
      await saveSchedule(store, { guild: '300', channel: '2', time: '09:00', zone: 'UTC' }, DUE - 1000);
      const serial = withSeries(2, knowledge);
      const channel = fakeChannel(() => DUE);
      const sent: Reply[] = [];
      const seen: Channel = {
        ...channel,
        send: (to, post, nonce) => {
          sent.push(post);
          return channel.send(to, post, nonce);
        },
      };
      const daily = createDailyService(
        store,
        () => serial,
        async () => null,
      );
      const preview = commands.find(({ name }) => name === 'daily preview');
      const asker = { user: '1', locale: 'en-GB', guild: { id: '300', canManage: true } };
      const serverLanguage = createServerLanguage(store, () => serial, createLog('silent'));
      const shown = await preview?.run({}, { ...smallContext, now: new Date(DUE), daily, serverLanguage }, asker);
      await tick(posting({ store, channel: seen, knowledge: () => serial, now: () => DUE }));
      const section = {
        heading: 'Most asked here yesterday',
        text: '- How many trout are in the lake? (3 times)\n- How deep is the lake? (2 times)',
      };
      expect(sent[0]?.sections.at(-1)).toEqual(section);
      expect(shown?.sections).toEqual(sent[0]?.sections);
    });
  });
});
