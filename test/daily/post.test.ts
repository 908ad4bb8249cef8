import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reasonIn } from '../../src/answer/daily.ts';
import { createLog } from '../../src/config/log.ts';
import type { PostingContext } from '../../src/daily/context.ts';
import { countDue } from '../../src/daily/due.ts';
import { tick } from '../../src/daily/loop.ts';
import { readReason } from '../../src/daily/reason.ts';
import { endSchedule, findSetting, saveSchedule } from '../../src/daily/settings.ts';
import type { Seen, Sent } from '../../src/posting/channel.ts';
import { createNonces, type Nonces } from '../../src/posting/nonce.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import type { Database } from '../../src/store/schema.ts';
import { Crash, endingAfter } from '../support/dying.ts';
import { type Behaviour, fakeChannel } from '../support/fake-channel.ts';
import { english } from '../support/messages.ts';
import { posting } from '../support/posting.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const log = createLog('silent');

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DUE = Date.parse('2026-05-16T09:00:00Z');
const schedule = { guild: '1', channel: '2', time: '09:00', zone: 'UTC' };

/** Nothing breaks a question off. */
const never = new AbortController().signal;

describe.each(kinds)('a daily post on $name', ({ skipped, create }) => {
  describe.skipIf(skipped)('of one server', () => {
    let database: EmptyDatabase;
    let store: Store;
    let now: number;
    let settled: string[];
    let nonces: Nonces;
    const clock = () => now;

    const partsOf = (channel: PostingContext['channel'], more: Partial<PostingContext> = {}) =>
      posting({ store, channel, now: clock, nonces, onSettled: (state) => settled.push(state), ...more });
    /** Another process, which has sent nothing yet. */
    const another = (owner: string) => ({ owner, nonces: createNonces(clock) });
    const setting = async () => {
      const found = await findSetting(store, schedule.guild);
      if (!found) throw new Error('no setting');
      return found;
    };
    /** As whoever asks reads it. */
    const lastFailure = async () => reasonIn(english, readReason((await setting()).last_failure ?? ''));
    const rows = () => store.selectFrom('daily_post').selectAll().orderBy('local_date').execute();
    const tickAt = (at: number, parts: PostingContext) => {
      now = at;
      return tick(parts);
    };

    beforeEach(async () => {
      database = await create();
      store = await openStore(database.url, log);
      now = DUE - HOUR;
      settled = [];
      nonces = createNonces(clock);
      await saveSchedule(store, schedule, now);
    });
    afterEach(async () => {
      await store.destroy();
      await database.drop();
    });

    it('is made when it is due, not before and not again', async () => {
      const channel = fakeChannel(clock);
      expect(await tickAt(DUE - 1, partsOf(channel))).toBe(0);
      expect(await countDue(store, DUE - 1, never)).toBe(0);
      expect(await countDue(store, DUE, never)).toBe(1);
      for (const at of [DUE, DUE + 1, DUE + HOUR, DUE + 23 * HOUR]) await tickAt(at, partsOf(channel));
      expect(channel.posted).toMatchObject([{ channel: '2', at: DUE }]);
      expect(await setting()).toMatchObject({
        next_date: '2026-05-17',
        last_delivery_at: DUE,
        last_message_id: '1000',
      });
      expect(await countDue(store, DUE + 23 * HOUR, never)).toBe(0);
      await tickAt(DUE + 24 * HOUR, partsOf(channel));
      expect(channel.posted).toHaveLength(2);
      expect(settled).toEqual(['sent', 'sent']);
    });

    it.each([
      ['while the nonce still holds', 61 * SECOND],
      ['after the nonce has run out', 10 * MINUTE],
    ])('is made once wherever a process ends, taken over %s', async (_when, later) => {
      let whole = false;
      for (let statements = 0; !whole; statements += 1) {
        await store.deleteFrom('daily_setting').execute();
        await store.deleteFrom('daily_post').execute();
        await saveSchedule(store, schedule, DUE - HOUR);
        const channel = fakeChannel(clock);
        const dying = store.withPlugin(endingAfter(statements)) as Kysely<Database>;
        whole = true;
        const errors = createLog('error', {
          write: () => {
            whole = false;
          },
        });
        now = DUE;
        await tick(partsOf(channel, { store: dying, log: errors })).catch((error) => {
          expect(error).toBeInstanceOf(Crash);
          whole = false;
        });
        await tickAt(DUE + later, partsOf(channel, another('second')));
        await tickAt(DUE + 2 * later, partsOf(channel, another('third')));
        expect(channel.posted, `ended after ${statements} statements`).toHaveLength(1);
        expect(await setting()).toMatchObject({ next_date: '2026-05-17', last_message_id: '1000' });
        expect(statements).toBeLessThan(20);
      }
    });

    it('is not risked twice where the channel cannot be looked at', async () => {
      const behaviour: Behaviour = {
        after: () => ({ kind: 'unclear', reason: 'the connection broke' }),
        seen: () => ({ kind: 'hidden', reason: 'Read Message History is missing' }),
      };
      const channel = fakeChannel(clock, behaviour);
      for (const at of [DUE, DUE + 10 * MINUTE, DUE + HOUR]) await tickAt(at, partsOf(channel));
      expect(channel.posted).toHaveLength(1);
      expect(await rows()).toMatchObject([{ state: 'unknown' }]);
      expect(settled).toEqual(['unknown']);
      expect((await setting()).last_failure).toContain('Read Message History');
    });

    it('is tried again after ever longer waits, and made once, where Discord fails for hours', async () => {
      let lost: Sent | null = { kind: 'unclear', reason: '503' };
      const attempts: number[] = [];
      const channel = fakeChannel(clock, {
        instead: () => {
          attempts.push(now);
          return lost;
        },
      });
      for (let at = DUE; at < DUE + 2 * HOUR; at += 30 * SECOND) await tickAt(at, partsOf(channel));
      const waits = attempts.slice(1).map((at, index) => at - (attempts[index] ?? 0));
      expect(waits).toEqual(waits.toSorted((a, b) => a - b));
      expect(attempts.length).toBeLessThan(25);
      lost = null;
      for (let at = DUE + 2 * HOUR; at < DUE + 4 * HOUR; at += MINUTE) await tickAt(at, partsOf(channel));
      expect(channel.posted).toHaveLength(1);
    });

    it('waits as long as Discord asks', async () => {
      let limited: Sent | null = { kind: 'limited', waitMs: 10 * MINUTE };
      const channel = fakeChannel(clock, { instead: () => limited });
      await tickAt(DUE, partsOf(channel));
      limited = null;
      await tickAt(DUE + 10 * MINUTE - 1, partsOf(channel));
      expect(channel.posted).toEqual([]);
      await tickAt(DUE + 10 * MINUTE, partsOf(channel));
      expect(channel.posted).toHaveLength(1);
    });

    it('waits no longer than its window, however long Discord asks, is missed then, and made on the next day', async () => {
      let limited: Sent | null = { kind: 'limited', waitMs: 10 * 365 * 24 * HOUR };
      const channel = fakeChannel(clock, { instead: () => limited });
      await tickAt(DUE, partsOf(channel));
      limited = null;
      await tickAt(DUE + 6 * HOUR, partsOf(channel));
      expect(settled).toEqual([]);
      await tickAt(DUE + 6 * HOUR + 1, partsOf(channel));
      expect(settled).toEqual(['missed']);
      await tickAt(DUE + 24 * HOUR, partsOf(channel));
      expect(channel.posted).toMatchObject([{ at: DUE + 24 * HOUR }]);
    });

    it('is not held up by a lease of ten years, which an earlier version has written', async () => {
      const channel = fakeChannel(clock);
      const row = { guild_id: '1', local_date: '2026-05-16', due_at: DUE, state: 'claimed', owner: 'gone' } as const;
      const lease = { lease_until: DUE + 10 * 365 * 24 * HOUR, begun_at: DUE, attempts: 1 };
      await store
        .insertInto('daily_post')
        .values({ ...row, ...lease })
        .execute();
      await tickAt(DUE + MINUTE, partsOf(channel));
      expect(channel.posted).toHaveLength(1);
    });

    it('is sent again while its nonce holds by the process that began, which alone knows, though nobody can look', async () => {
      let lost: Sent | null = { kind: 'unclear', reason: '503' };
      const channel = fakeChannel(clock, {
        after: () => lost,
        seen: () => ({ kind: 'hidden', reason: 'Read Message History is missing' }),
      });
      await tickAt(DUE, partsOf(channel));
      lost = null;
      await tickAt(DUE + 10 * SECOND, partsOf(channel, another('second')));
      expect(settled).toEqual([]);
      await tickAt(DUE + 10 * SECOND, partsOf(channel));
      expect(settled).toEqual(['sent']);
      expect(channel.posted).toHaveLength(1);
    });

    it('is looked for by the process that began, too, once its nonce has run out, whatever its clock says', async () => {
      let lost: Sent | null = { kind: 'unclear', reason: '503' };
      let passed = 0;
      // Discord's clock, and one that nobody sets.
      const channel = fakeChannel(() => DUE + passed, { after: () => lost });
      nonces = createNonces(() => passed);
      await tickAt(DUE, partsOf(channel));
      lost = null;
      passed = 10 * MINUTE;
      await tickAt(DUE + MINUTE, partsOf(channel));
      expect(settled).toEqual(['sent']);
      expect(channel.posted).toHaveLength(1);
    });

    describe('whose first attempt got a 500, and that is then set anew,', () => {
      /** The first attempt, as Discord answers it; it stands in the channel or not. */
      const fail = async (stands: boolean) => {
        let lost: Sent | null = { kind: 'unclear', reason: '500' };
        const channel = fakeChannel(clock, { [stands ? 'after' : 'instead']: () => lost });
        await tickAt(DUE, partsOf(channel));
        lost = null;
        return channel;
      };
      const passTo = async (end: number, channel: PostingContext['channel']) => {
        for (; now <= end; now += MINUTE) await tick(partsOf(channel));
      };

      it.each([
        ['the same channel', '2'],
        ['another channel', '3'],
      ])('is made at the later hour, in %s', async (_where, to) => {
        const channel = await fail(false);
        now += SECOND;
        const due = await saveSchedule(store, { ...schedule, channel: to, time: '12:00' }, now);
        expect(due).toEqual({ date: '2026-05-16', at: DUE + 3 * HOUR });
        await passTo(DUE + 2 * HOUR, channel);
        expect(await rows()).toEqual([]);
        expect(await lastFailure()).toMatch(/there is no post in the channel/);
        await passTo(DUE + 4 * HOUR, channel);
        expect(channel.posted).toMatchObject([{ channel: to, at: due.at + SECOND }]);
        expect(settled).toEqual(['sent']);
        expect(await setting()).toMatchObject({ next_date: '2026-05-17', last_channel_id: to });
      });

      it.each([
        ['a later hour', '12:00', '2'],
        ['a later hour, elsewhere', '12:00', '3'],
        ['an earlier hour', '08:00', '2'],
      ])('is found where it was made after all, soon after it is set to %s', async (_what, time, to) => {
        const channel = await fail(true);
        now += SECOND;
        await saveSchedule(store, { ...schedule, channel: to, time }, now);
        await passTo(DUE + 10 * MINUTE, channel);
        expect(settled).toEqual(['sent']);
        expect(await setting()).toMatchObject({ last_message_id: '1000', last_channel_id: '2' });
        await passTo(DUE + 5 * HOUR, channel);
        expect(channel.posted).toHaveLength(1);
        expect(await setting()).toMatchObject({ next_date: '2026-05-17' });
      });

      it('is missed, and said to be, where the new hour is past', async () => {
        const channel = await fail(false);
        now += SECOND;
        expect(await saveSchedule(store, { ...schedule, time: '08:00' }, now)).toMatchObject({ date: '2026-05-17' });
        await passTo(DUE + 10 * MINUTE, channel);
        expect(settled).toEqual(['missed']);
        expect(await rows()).toMatchObject([{ state: 'missed' }]);
        expect(await lastFailure()).toContain('set again');
        await tickAt(DUE + 23 * HOUR, partsOf(channel));
        expect(channel.posted).toMatchObject([{ at: DUE + 23 * HOUR }]);
      });

      it('is looked for again, where that could not be said, and then made at its hour', async () => {
        let seen: Seen | null = { kind: 'unclear', reason: '503' };
        let lost: Sent | null = { kind: 'unclear', reason: '500' };
        const channel = fakeChannel(clock, { instead: () => lost, seen: () => seen });
        await tickAt(DUE, partsOf(channel));
        lost = null;
        await saveSchedule(store, { ...schedule, time: '12:00' }, now);
        await passTo(DUE + 30 * MINUTE, channel);
        expect(await rows()).toMatchObject([{ state: 'sending', reason: '503' }]);
        seen = null;
        await passTo(DUE + 4 * HOUR, channel);
        expect(channel.posted).toHaveLength(1);
      });

      it('comes once where it was ended first', async () => {
        const channel = await fail(true);
        now += SECOND;
        await endSchedule(store, schedule.guild);
        await passTo(DUE + 10 * MINUTE, channel);
        await saveSchedule(store, { ...schedule, time: '12:00' }, now);
        await passTo(DUE + 4 * HOUR, channel);
        expect(channel.posted).toHaveLength(1);
        expect(await rows()).toMatchObject([{ state: 'sent' }]);
      });
    });

    it('is shown as the last delivery, in its channel, though it is set anew while it is on its way', async () => {
      const channel = fakeChannel(clock);
      const slow: PostingContext['channel'] = {
        ...channel,
        send: async (...post) => {
          await saveSchedule(store, { ...schedule, channel: '3', time: '12:00' }, now + 1);
          return channel.send(...post);
        },
      };
      await tickAt(DUE, partsOf(slow));
      await tickAt(DUE + 3 * HOUR, partsOf(channel));
      expect(channel.posted).toHaveLength(1);
      expect(await setting()).toMatchObject({
        next_date: '2026-05-17',
        last_delivery_at: DUE,
        last_message_id: '1000',
        last_channel_id: '2',
      });
    });

    it('is made late within the window, and past it is missed and said to be', async () => {
      const channel = fakeChannel(clock);
      await tickAt(DUE + 6 * HOUR, partsOf(channel));
      expect(channel.posted).toHaveLength(1);
      await tickAt(DUE + 30 * HOUR + 1, partsOf(channel));
      expect(channel.posted).toHaveLength(1);
      expect(await rows()).toMatchObject([{ state: 'sent' }, { state: 'missed', local_date: '2026-05-17' }]);
      expect(await setting()).toMatchObject({ next_date: '2026-05-18', last_failure_at: DUE + 30 * HOUR + 1 });
      expect(settled).toEqual(['sent', 'missed']);
    });

    it('is not made up for each day of a long time away', async () => {
      const channel = fakeChannel(clock);
      const back = DUE + 40 * 24 * HOUR;
      for (const at of [back, back + 1, back + 2]) await tickAt(at, partsOf(channel));
      expect(channel.posted).toHaveLength(1);
    });

    it('is paused with the reason after three days of refusals, and goes on when set anew', async () => {
      const refused: Sent = { kind: 'refused', reason: 'Send Messages is missing' };
      const channel = fakeChannel(clock, { instead: () => refused });
      const tickAllDay = async (day: number) => {
        for (let hour = 0; hour <= 7; hour += 1) await tickAt(DUE + (day * 24 + hour) * HOUR, partsOf(channel));
      };
      for (let day = 0; day < 3; day += 1) {
        await tickAllDay(day);
        expect((await setting()).paused_at).toBeNull();
      }
      await tickAllDay(3);
      expect(await setting()).toMatchObject({
        paused_at: DUE + (3 * 24 + 6) * HOUR,
        last_failure: 'Send Messages is missing',
      });
      expect(settled).toEqual(['failed', 'failed', 'failed', 'failed']);
      expect(await countDue(store, now + 48 * HOUR, never)).toBe(0);
      expect(await tickAt(DUE + 4 * 24 * HOUR, partsOf(channel))).toBe(0);
      await saveSchedule(store, schedule, now);
      expect(await setting()).toMatchObject({ paused_at: null, failing_since: null });
    });

    it('is made within its window where what was in its way has been mended, and told of meanwhile', async () => {
      let isAllowed = false;
      const refused: Sent = { kind: 'refused', reason: 'Send Messages is missing' };
      const channel = fakeChannel(clock, { instead: () => (isAllowed ? null : refused) });
      await tickAt(DUE, partsOf(channel));
      expect(await setting()).toMatchObject({ last_failure: 'Send Messages is missing', next_date: '2026-05-16' });
      isAllowed = true;
      await tickAt(DUE + HOUR, partsOf(channel));
      expect(channel.posted).toHaveLength(1);
      expect(await setting()).toMatchObject({ failing_since: null, next_date: '2026-05-17' });
    });

    it('is settled and counted by one process alone, where another has taken it over meanwhile', async () => {
      const channel = fakeChannel(clock);
      const slow: PostingContext['channel'] = {
        ...channel,
        send: async (...post) => {
          const sent = await channel.send(...post);
          // Longer away than its lease: the second finds nothing settled, and Discord holds both for one by the nonce.
          await tickAt(DUE + 61 * SECOND, partsOf(channel, another('second')));
          return sent;
        },
      };
      await tickAt(DUE, partsOf(slow));
      expect(channel.posted).toHaveLength(1);
      expect(settled).toEqual(['sent']);
      expect(await rows()).toMatchObject([{ state: 'sent', owner: 'second' }]);
    });

    it('is forgotten with all of its server where that has removed the bot', async () => {
      const refused = () => ({ kind: 'refused', reason: 'no' }) as const;
      await tickAt(DUE, partsOf(fakeChannel(clock, { instead: refused, hasLeft: true })));
      expect(await findSetting(store, schedule.guild)).toBeUndefined();
      expect(await rows()).toEqual([]);
    });

    it('comes once a date though it is set anew to a later hour of the same day', async () => {
      const channel = fakeChannel(clock);
      await tickAt(DUE, partsOf(channel));
      expect(await saveSchedule(store, { ...schedule, time: '12:00' }, now)).toMatchObject({ date: '2026-05-17' });
      await tickAt(DUE + 3 * HOUR, partsOf(channel));
      expect(channel.posted).toHaveLength(1);
    });
  });
});
