/** Bots whose clocks are wrong, or are set, against a Discord whose clock is right. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import type { PostingContext } from '../../src/daily/context.ts';
import { tick } from '../../src/daily/loop.ts';
import { findSetting, saveSchedule } from '../../src/daily/settings.ts';
import { dailyChannel, dailyRest } from '../../src/discord/daily-channel.ts';
import { titlesOf } from '../../src/discord/message-text.ts';
import type { Channel } from '../../src/posting/channel.ts';
import { createNonces } from '../../src/posting/nonce.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type ManualClock, manualClock } from '../../test-discord/clock.ts';
import { startTestDiscord } from '../../test-discord/start.ts';
import type { TestDiscord } from '../../test-discord/test-discord.ts';
import { posting } from '../support/posting.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const DUE = Date.parse('2026-05-16T09:00:00Z');
const SERVERS = 25;

describe.each(kinds)('daily posts by a clock that is wrong, on $name', ({ skipped, create }) => {
  describe.skipIf(skipped)('of servers', () => {
    let discord: TestDiscord;
    let right: ManualClock;
    let database: EmptyDatabase;
    let store: Store;
    let started: number;

    /** A process whose clock is ahead by so much, or behind. */
    const bot = (ahead: number, more: Partial<PostingContext> = {}) => {
      started += 1;
      return posting({
        store,
        channel: dailyChannel(dailyRest(discord)),
        owner: `process ${started}`,
        now: () => right.now() + ahead,
        nonces: createNonces(right.now),
        ...more,
      });
    };
    /** One that ends as soon as its post stands in the channel. */
    const dying = (ahead: number) => {
      const channel = dailyChannel(dailyRest(discord));
      const send: Channel['send'] = async (...post) => {
        await channel.send(...post);
        throw new Error('the process ended');
      };
      return bot(ahead, { channel: { ...channel, send } });
    };
    const passTo = async (end: number, process: PostingContext, step = 10 * MINUTE) => {
      for (; right.now() <= end; right.advance(step)) await tick(process);
    };
    const titles = (server = 0) =>
      discord
        .messages(discord.guilds[server]?.channelId ?? '')
        .flatMap(titlesOf)
        .map((title) => title.split(' · ').at(-1));
    const set = (server: number, now: number) => {
      const { id = '', channelId = '' } = discord.guilds[server] ?? {};
      return saveSchedule(store, { guild: id, channel: channelId, time: '09:00', zone: 'UTC' }, now);
    };

    beforeEach(async () => {
      right = manualClock(DUE - WEEK);
      discord = await startTestDiscord({ clock: right, guilds: Array.from({ length: SERVERS }, () => ({})) });
      database = await create();
      store = await openStore(database.url, createLog('silent'));
      started = 0;
    });
    afterEach(async () => {
      await store.destroy();
      await database.drop();
      await discord.close();
    });

    it.each([
      ['two minutes', 2 * MINUTE],
      ['five hours', 5 * HOUR],
      ['a day and a half', 1.5 * DAY],
      ['six days', 6 * DAY],
    ])('come once where a clock was ahead by %s, its process ended, and it was set right', async (_much, ahead) => {
      right.advance(DUE - ahead - right.now());
      await set(0, right.now() + ahead - 1);
      await tick(dying(ahead));
      expect(titles()).toEqual(['16 May 2026']);
      right.advance(10 * MINUTE);
      await passTo(DUE + 2 * HOUR, bot(0));
      expect(titles().filter((title) => title === '16 May 2026')).toHaveLength(1);
      // Besides it, those that were due since by the right clock.
      expect(titles()).toHaveLength(Math.ceil(ahead / DAY));
      expect(new Set(titles()).size).toBe(titles().length);
    });

    it.each([
      ['ten minutes, as if no time had passed', 10 * MINUTE],
      ['an hour', HOUR],
      ['five days', 5 * DAY],
    ])('come once where a process ended, and its clock was set back by %s', async (_much, back) => {
      right.advance(DUE - right.now());
      await set(0, right.now() - 1);
      await tick(dying(0));
      right.advance(10 * MINUTE);
      const behind = bot(-back);
      await passTo(DUE + back - MINUTE, behind, HOUR);
      // By its clock, the first attempt was a minute ago.
      right.advance(DUE + back - right.now());
      await passTo(DUE + back + 5 * MINUTE, behind, MINUTE / 2);
      await passTo(DUE + back + 3 * HOUR, behind, 30 * MINUTE);
      expect(titles().filter((title) => title === '16 May 2026')).toHaveLength(1);
    });

    it('are not held up by those that a clock which ran ahead has made', async () => {
      right.advance(DUE - 3 * HOUR - right.now());
      for (let server = 0; server < SERVERS - 1; server += 1) await set(server, right.now());
      await passTo(right.now() + 2 * MINUTE, bot(4 * HOUR), MINUTE);
      expect(titles(0)).toEqual(['16 May 2026']);
      await set(SERVERS - 1, right.now());
      await passTo(right.now() + MINUTE, bot(0), MINUTE / 2);
      right.advance(DUE - right.now());
      await tick(bot(0));
      expect(titles(SERVERS - 1)).toEqual(['16 May 2026']);
      expect(titles(0)).toEqual(['16 May 2026']);
    });

    it('come on each day, once, after a clock that ran a week ahead for an hour is set right', async () => {
      right.advance(DUE - 30 * MINUTE - right.now());
      await set(0, right.now());
      await passTo(DUE + 30 * MINUTE, bot(WEEK));
      expect(titles()).toEqual(['23 May 2026']);
      await passTo(DUE + 8 * DAY + HOUR, bot(0), HOUR);
      // That of the 16th was given up before its time, and at its time the clock was still wrong.
      const days = ['17', '18', '19', '20', '21', '22'].map((day) => `${day} May 2026`);
      expect(titles()).toEqual(['23 May 2026', ...days, '24 May 2026']);
    });

    it('come at their time though they were given up before it, by a clock that ran ahead', async () => {
      right.advance(DUE - HOUR - right.now());
      await set(0, right.now());
      await tick(bot(8 * HOUR));
      expect(await findSetting(store, discord.guilds[0]?.id ?? '')).toMatchObject({ next_date: '2026-05-17' });
      await passTo(DUE + HOUR, bot(0));
      expect(titles()).toEqual(['16 May 2026']);
    });

    it('come though a clock that ran ahead had paused them', async () => {
      right.advance(DUE - HOUR - right.now());
      await set(0, right.now());
      await store
        .updateTable('daily_setting')
        .set({ paused_at: right.now() + 5 * DAY, failing_since: right.now() + DAY })
        .execute();
      await passTo(DUE + HOUR, bot(0));
      expect(titles()).toEqual(['16 May 2026']);
    });

    it('stay at the hour to which they were set meanwhile, however far that is', async () => {
      const early = { guild: discord.guilds[0]?.id ?? '', channel: discord.guilds[0]?.channelId ?? '', zone: 'UTC' };
      right.advance(Date.parse('2026-05-16T00:00:00Z') - right.now());
      await saveSchedule(store, { ...early, time: '00:00' }, right.now());
      await tick(bot(0));
      const due = await saveSchedule(store, { ...early, time: '23:30' }, right.now());
      expect(due.at - right.now()).toBeGreaterThan(25 * HOUR);
      await passTo(due.at - 1, bot(0), HOUR);
      expect(titles()).toEqual(['16 May 2026']);
      await passTo(due.at + HOUR, bot(0));
      expect(titles()).toEqual(['16 May 2026', '17 May 2026']);
    });
  });
});
