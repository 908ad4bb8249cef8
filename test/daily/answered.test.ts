/** What was asked in vain and is answered by now, in the posts of a server that wants to hear of it. */
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/answer/reply.ts';
import { createLog } from '../../src/config/log.ts';
import type { PostingContext } from '../../src/daily/context.ts';
import { tick } from '../../src/daily/loop.ts';
import { createDailyService } from '../../src/daily/service.ts';
import { savePreferences, saveSchedule } from '../../src/daily/settings.ts';
import { createKeys } from '../../src/insights/keys.ts';
import { tell } from '../../src/insights/tell.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Channel } from '../../src/posting/channel.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import type { Database } from '../../src/store/schema.ts';
import { Crash, endingAfter } from '../support/dying.ts';
import { type Behaviour, fakeChannel } from '../support/fake-channel.ts';
import { one, serial, small, smallWith } from '../support/knowledge.ts';
import { posting } from '../support/posting.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DUE = Date.parse('2026-05-16T09:00:00Z');
const TEXT = 'which tailor sewed the purple jackets';
const schedule = { guild: '1', channel: '2', time: '09:00', zone: 'UTC', answered: true };

const trout = one(small.entries, 'how-many-trout');
/** With an entry that was given the words as a phrasing. */
const knowing = (knowledge: Knowledge): Knowledge => ({
  ...knowledge,
  entries: smallWith({ entries: [{ ...trout, phrasings: [...trout.phrasings, TEXT] }] }).entries,
});
const isTold = ({ sections }: Reply) => sections.some(({ heading }) => heading === 'Newly answered');

describe.each(kinds)('what is newly answered, on $name', ({ skipped, create }) => {
  describe.skipIf(skipped)('of one server', () => {
    let database: EmptyDatabase;
    let store: Store;
    let now: number;
    const clock = () => now;

    /** A channel that keeps what was posted, and processes that post in it. */
    const open = (behaviour: Behaviour = {}, knowledge: Knowledge = knowing(serial)) => {
      const channel = fakeChannel(clock, behaviour);
      const posts: Reply[] = [];
      const seen: Channel = {
        ...channel,
        send: async (to, post, nonce, role) => {
          const before = channel.posted.length;
          const sent = await channel.send(to, post, nonce, role);
          if (channel.posted.length > before) posts.push(post);
          return sent;
        },
      };
      const tickAt = (at: number, more: Partial<PostingContext> = {}) => {
        now = at;
        return tick(posting({ store, channel: seen, now: clock, knowledge: () => knowledge, ...more }));
      };
      return { posts, taken: channel.taken, tickAt };
    };
    const told = () => tell(store, createKeys('a secret of this test'), { guild: '1', words: TEXT }, DUE - DAY);

    beforeEach(async () => {
      database = await create();
      store = await openStore(database.url, createLog('silent'));
      now = DUE - HOUR;
      await saveSchedule(store, schedule, now);
      await told();
    });
    afterEach(async () => {
      await store.destroy();
      await database.drop();
    });

    test('stands in the next post with its answer, in no later one, and in the preview', async () => {
      const { posts, tickAt } = open();
      const knowledge = () => knowing(serial);
      const daily = createDailyService(store, knowledge, async () => null);
      const preview = await daily.preview({ id: '1' }, now);
      await tickAt(DUE);
      await tickAt(DUE + DAY);
      expect(posts.map(isTold)).toEqual([true, false]);
      expect(posts[0]?.sections.at(-1)).toEqual({
        heading: 'Newly answered',
        text: '- **How many trout are in the lake?** Ben Reed says 40.\n-# ¶2 (Ben Reed)',
      });
      expect(preview?.sections).toEqual(posts[0]?.sections);
    });

    test('is told only where that is wanted, and then of what was answered meanwhile', async () => {
      await savePreferences(store, '1', { answered: false });
      const { posts, tickAt } = open();
      await tickAt(DUE);
      await savePreferences(store, '1', { answered: true });
      await tickAt(DUE + DAY);
      expect(posts.map(isTold)).toEqual([false, true]);
    });

    test('makes a post of its own where there is no theme, whose thread is named for it', async () => {
      await savePreferences(store, '1', { after: 'stop', thread: true });
      const { posts, taken, tickAt } = open({}, knowing(small));
      await tickAt(DUE);
      await tickAt(DUE + DAY);
      expect(posts.map(({ title }) => title)).toEqual(['New answers · 16 May 2026']);
      expect(taken).toEqual([{ step: 'thread', message: '1000', name: 'New answers' }]);
    });

    test.each([
      ['refused for as long as it is tried', { kind: 'refused', reason: 'no' }],
      ['missed', { kind: 'limited', waitMs: DAY }],
    ] as const)('is told by the next post if the first is %s', async (_how, sent) => {
      const { posts, tickAt } = open({ instead: () => (now < DUE + DAY ? sent : null) });
      for (let at = DUE; at < DUE + 7 * HOUR; at += HOUR / 2) await tickAt(at);
      await tickAt(DUE + DAY);
      await tickAt(DUE + 2 * DAY);
      expect(posts.map(isTold)).toEqual([true, false]);
    });

    test('is told by the next post if the first is set anew and withdrawn', async () => {
      let lost = true;
      const { posts, tickAt } = open({ instead: () => (lost ? { kind: 'unclear', reason: '500' } : null) });
      await tickAt(DUE);
      lost = false;
      // On that date nothing is posted any more.
      await saveSchedule(store, { ...schedule, time: '12:00', weekdays: '7' }, now);
      for (let at = DUE + MINUTE; at < DUE + 4 * HOUR; at += HOUR / 2) await tickAt(at);
      expect(posts).toEqual([]);
      await tickAt(DUE + DAY + 3 * HOUR);
      expect(posts.map(isTold)).toEqual([true]);
    });

    test.each([
      ['while the nonce still holds', 61_000],
      ['after the nonce has run out', 10 * MINUTE],
    ])('is told by one post wherever a process ends, taken over %s', async (_when, later) => {
      let whole = false;
      for (let statements = 0; !whole; statements += 1) {
        for (const table of ['daily_setting', 'daily_post', 'daily_shown', 'announced'] as const) {
          await store.deleteFrom(table).execute();
        }
        await saveSchedule(store, schedule, DUE - HOUR);
        const { posts, tickAt } = open();
        whole = true;
        const failed = () => {
          whole = false;
        };
        const dying = store.withPlugin(endingAfter(statements)) as Kysely<Database>;
        await tickAt(DUE, { store: dying, owner: 'first', log: createLog('error', { write: failed }) }).catch(
          (error) => {
            expect(error).toBeInstanceOf(Crash);
            failed();
          },
        );
        for (const at of [DUE + later, DUE + 2 * later, DUE + DAY]) await tickAt(at, { owner: 'second' });
        expect(posts.map(isTold), `ended after ${statements} statements`).toEqual([true, false]);
        expect(statements).toBeLessThan(25);
      }
    });
  });
});
