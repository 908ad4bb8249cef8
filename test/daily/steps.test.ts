import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { tick } from '../../src/daily/loop.ts';
import { createDailyService } from '../../src/daily/service.ts';
import { saveSchedule } from '../../src/daily/settings.ts';
import type { Followed } from '../../src/posting/channel.ts';
import { forgetServer } from '../../src/store/forget.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import type { Database } from '../../src/store/schema.ts';
import { Crash, endingAfter } from '../support/dying.ts';
import { type Behaviour, fakeChannel } from '../support/fake-channel.ts';
import { serial } from '../support/knowledge.ts';
import { posting } from '../support/posting.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DUE = Date.parse('2026-05-16T09:00:00Z');
const schedule = { guild: '1', channel: '2', time: '09:00', zone: 'UTC', publish: true, thread: true };
const BOTH = [
  { step: 'publish', message: '1000' },
  { step: 'thread', message: '1000', name: 'Headline 1' },
];

describe.each(kinds)('what follows a daily post, on $name', ({ skipped, create }) => {
  describe.skipIf(skipped)('of one server', () => {
    let database: EmptyDatabase;
    let store: Store;
    let now: number;
    const clock = () => now;
    const open = (behaviour: Behaviour = {}) => {
      const channel = fakeChannel(clock, behaviour);
      const context = posting({ store, channel, now: clock });
      return {
        ...{ channel, context },
        tickAt: (at: number) => {
          now = at;
          return tick(context);
        },
      };
    };
    const states = async () => {
      const rows = await store.selectFrom('daily_step').select(['step', 'state']).orderBy('step').execute();
      return rows.map(({ step, state }) => `${step} ${state}`);
    };
    const daily = () =>
      createDailyService(
        store,
        () => serial,
        async () => null,
      ).get('1');

    beforeEach(async () => {
      database = await create();
      store = await openStore(database.url, createLog('silent'));
      now = DUE - HOUR;
      await saveSchedule(store, schedule, now);
    });
    afterEach(async () => {
      await store.destroy();
      await database.drop();
    });

    it('is done once, right after the post, and only where it is wanted', async () => {
      const { channel, tickAt } = open();
      await tickAt(DUE);
      expect(channel.taken.toSorted((a, b) => a.step.localeCompare(b.step))).toEqual(BOTH);
      await saveSchedule(store, { ...schedule, publish: false }, now);
      await tickAt(DUE + HOUR);
      await tickAt(DUE + 24 * HOUR);
      expect(channel.posted).toHaveLength(2);
      expect(channel.taken.slice(2)).toEqual([{ step: 'thread', message: '1001', name: 'Headline 2' }]);
    });

    it('is done once wherever a process ends, and nothing is posted again', async () => {
      let whole = false;
      for (let statements = 0; !whole; statements += 1) {
        for (const table of ['daily_setting', 'daily_post', 'daily_step', 'daily_shown'] as const) {
          await store.deleteFrom(table).execute();
        }
        await saveSchedule(store, schedule, DUE - HOUR);
        const { channel, tickAt } = open();
        const dying = store.withPlugin(endingAfter(statements)) as Kysely<Database>;
        whole = true;
        const log = createLog('error', {
          write: () => {
            whole = false;
          },
        });
        now = DUE;
        await tick(posting({ store: dying, channel, now: clock, owner: 'first', log })).catch((error) => {
          expect(error).toBeInstanceOf(Crash);
          whole = false;
        });
        for (let later = 1; later <= 4; later += 1) await tickAt(DUE + later * 2 * MINUTE);
        const taken = channel.taken.map(({ step }) => step).toSorted();
        expect(taken, `ended after ${statements} statements`).toEqual(['publish', 'thread']);
        expect(channel.posted, `ended after ${statements} statements`).toHaveLength(1);
        expect(await states()).toEqual(['publish done', 'thread done']);
        expect(statements).toBeLessThan(40);
      }
    });

    it('is asked for again where the answer was lost, and counts as done when Discord says so', async () => {
      let lost: Followed | null = { kind: 'unclear', reason: '503' };
      const { channel, tickAt } = open({ followed: () => lost });
      await tickAt(DUE);
      expect(await states()).toEqual(['publish due', 'thread due']);
      expect((await daily())?.unfollowed).toHaveLength(2);
      lost = null;
      await tickAt(DUE + HOUR);
      expect(await states()).toEqual(['publish done', 'thread done']);
      expect(channel.taken).toHaveLength(2);
      expect(channel.posted).toHaveLength(1);
      expect((await daily())?.unfollowed).toEqual([]);
    });

    it('is given up where it is refused, which is shown with its reason; the post stands, and is not made again', async () => {
      const reason = { key: 'discord.daily.mayNotOpenThread' } as const;
      const refuse = (step: string): Followed | null => (step === 'thread' ? { kind: 'refused', reason } : null);
      const { channel, tickAt } = open({ follows: refuse });
      for (const at of [DUE, DUE + HOUR, DUE + 23 * HOUR]) await tickAt(at);
      expect(await states()).toEqual(['publish done', 'thread refused']);
      expect((await daily())?.unfollowed).toEqual([{ step: 'thread', date: '2026-05-16', reason }]);
      expect(channel.posted).toHaveLength(1);
    });

    it('waits as long as Discord asks, and is given up once the window of its post is over', async () => {
      let limited: Followed | null = { kind: 'limited', waitMs: 10 * MINUTE };
      const { channel, tickAt } = open({ follows: () => limited });
      await tickAt(DUE);
      await tickAt(DUE + 10 * MINUTE - 1);
      expect(channel.taken).toEqual([]);
      await tickAt(DUE + 20 * MINUTE);
      limited = { kind: 'limited', waitMs: 100 * HOUR };
      await tickAt(DUE + 40 * MINUTE);
      await tickAt(DUE + 6 * HOUR);
      expect(await states()).toEqual(['publish due', 'thread due']);
      await tickAt(DUE + 6 * HOUR + 2);
      expect(await states()).toEqual(['publish refused', 'thread refused']);
    });

    it('is forgotten with its server, and so is what it was shown', async () => {
      const { tickAt } = open({ follows: () => ({ kind: 'limited', waitMs: HOUR }) });
      await tickAt(DUE);
      expect(await store.selectFrom('daily_shown').select(['item', 'local_date']).execute()).toEqual([
        { item: 'theme-1', local_date: '2026-05-16' },
      ]);
      await forgetServer(store, '1', now);
      for (const table of ['daily_step', 'daily_shown', 'server_language'] as const) {
        expect(await store.selectFrom(table).selectAll().execute()).toEqual([]);
      }
    });
  });
});
