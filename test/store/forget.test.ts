import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { tick } from '../../src/daily/loop.ts';
import { endSchedule, findSetting, saveSchedule } from '../../src/daily/settings.ts';
import { forgetPastDates, forgetServer } from '../../src/store/forget.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type Behaviour, fakeChannel } from '../support/fake-channel.ts';
import { posting } from '../support/posting.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const HOUR = 60 * 60 * 1000;
const DUE = Date.parse('2026-05-16T09:00:00Z');
const schedule = { guild: '1', channel: '2', time: '09:00', zone: 'UTC' };

describe.each(kinds)('the daily posts of a server that has removed the bot, on $name', ({ skipped, create }) => {
  describe.skipIf(skipped)('are forgotten', () => {
    let database: EmptyDatabase;
    let store: Store;
    let now: number;

    const rows = () => store.selectFrom('daily_post').selectAll().orderBy('local_date').execute();
    const open = (behaviour: Behaviour = {}) => {
      const channel = fakeChannel(() => now, behaviour);
      const process = posting({ store, channel, now: () => now });
      return {
        posted: channel.posted,
        tickAt: (at: number) => {
          now = at;
          return tick(process);
        },
      };
    };

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

    it('but for today’s date, so that setting it again on the same date makes no second post', async () => {
      const { posted, tickAt } = open();
      await tickAt(DUE);
      await forgetServer(store, '1', DUE + HOUR);
      expect(await findSetting(store, '1')).toBeUndefined();
      const kept = { guild_id: '1', local_date: '2026-05-16', due_at: Date.parse('2026-05-16') };
      const nothing = {
        sending_since: null,
        channel_id: null,
        begun_at: null,
        message_id: null,
        reason: null,
        shows: null,
      };
      expect(await rows()).toEqual([{ ...kept, ...nothing, state: 'unknown', owner: '', lease_until: 0, attempts: 0 }]);
      expect(await saveSchedule(store, { ...schedule, time: '12:00' }, DUE + 2 * HOUR)).toMatchObject({
        date: '2026-05-17',
      });
      await tickAt(DUE + 3 * HOUR);
      expect(posted).toHaveLength(1);
      await tickAt(DUE + 27 * HOUR);
      expect(posted).toHaveLength(2);
    });

    it('with the date that may have been posted, and without one that surely was not', async () => {
      const unclear = open({ instead: () => ({ kind: 'unclear', reason: '500' }) });
      await unclear.tickAt(DUE);
      const limited = open({ instead: () => ({ kind: 'limited', waitMs: HOUR }) });
      await saveSchedule(store, { ...schedule, guild: '9' }, DUE - HOUR);
      await limited.tickAt(DUE);
      for (const guild of ['1', '9']) await forgetServer(store, guild, DUE + HOUR);
      expect(await rows()).toMatchObject([{ guild_id: '1', state: 'unknown' }]);
    });

    it('whole where the refusal that tells of it was the first of the day', async () => {
      const gone = open({ instead: () => ({ kind: 'refused', reason: 'no' }), hasLeft: true });
      await gone.tickAt(DUE);
      expect(await rows()).toEqual([]);
      expect(await saveSchedule(store, { ...schedule, time: '12:00' }, DUE)).toMatchObject({ date: '2026-05-16' });
    });

    it('and all dates at once that are over everywhere', async () => {
      const { tickAt } = open();
      for (let day = 0; day < 4; day += 1) await tickAt(DUE + day * 24 * HOUR);
      await forgetServer(store, '1', now + 4 * HOUR);
      expect((await rows()).map(({ local_date }) => local_date)).toEqual(['2026-05-19']);
    });

    it('the date as well, once it is over everywhere', async () => {
      const { tickAt } = open();
      await tickAt(DUE);
      await forgetServer(store, '1', DUE + HOUR);
      // Midnight twelve hours behind UTC, the last place where it is the 16th.
      const over = Date.parse('2026-05-17T12:00:00Z');
      await forgetPastDates(store, over - 1);
      expect(await rows()).toHaveLength(1);
      await forgetPastDates(store, over);
      expect(await rows()).toEqual([]);
    });

    it('and a date that a clock which ran ahead has left, as soon as that is set right', async () => {
      const { tickAt } = open();
      await tickAt(DUE);
      await forgetServer(store, '1', DUE);
      await forgetPastDates(store, DUE - 48 * HOUR);
      expect(await rows()).toEqual([]);
    });

    it('with the dates of a schedule that was ended, and not of one that goes on', async () => {
      const { tickAt } = open();
      await saveSchedule(store, { ...schedule, guild: '9' }, DUE - HOUR);
      await tickAt(DUE);
      await endSchedule(store, '1');
      await forgetPastDates(store, DUE + 48 * HOUR);
      expect(await rows()).toMatchObject([{ guild_id: '9' }]);
    });
  });
});
