/** Daily posts by processes whose clocks are ahead, behind or set meanwhile; Discord's clock is right. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type Process, serveChannel, startProcess } from '../support/daily-processes.ts';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';
import { DUE, dueAtOnce } from './due-at-once.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const SERVERS = 45;
/** How the title of the day's post ends. */
const TODAY = ' · 16 May 2026';

describe.each(kinds)('the daily posts of servers by processes on $name', ({ skipped, create }) => {
  describe.skipIf(skipped)('whose clocks are wrong', () => {
    let database: EmptyDatabase;
    let store: Store;
    let channel: FakeChannel;
    let server: Awaited<ReturnType<typeof serveChannel>>;
    let processes: Process[];
    let now: number;
    let onSend: (owner: string) => void;

    beforeEach(async () => {
      now = DUE;
      onSend = () => {};
      processes = [];
      channel = fakeChannel(() => now);
      server = await serveChannel(channel, (owner) => onSend(owner));
      database = await create();
      store = await openStore(database.url, createLog('silent'));
      await dueAtOnce(store, SERVERS);
    });
    afterEach(async () => {
      await Promise.all(processes.map((one) => one.end()));
      await server.close();
      await store.destroy();
      await database.drop();
    });

    /** A process, and by how much its clock is ahead, which may be set. */
    const start = async (ahead: number) => {
      const process = await startProcess({
        databaseUrl: database.url,
        channelUrl: server.url,
        owner: `process ${processes.length}`,
      });
      processes.push(process);
      const self = {
        process,
        ahead,
        tick: () => (process.isAlive() ? process.tick({ now: now + self.ahead, elapsed: now }) : undefined),
      };
      return self;
    };
    type Started = Awaited<ReturnType<typeof start>>;
    const pass = async (ms: number, step: number, ...those: Started[]) => {
      for (const end = now + ms; now < end; now += step) await Promise.all(those.map((one) => one.tick()));
    };
    /** The process is killed as it sends its so-manieth post: that one arrives after its death. */
    const killAt = (count: number, { process }: Started) => {
      let sent = 0;
      onSend = (owner) => {
        if (owner !== process.owner) return;
        sent += 1;
        if (sent === count) process.kill();
      };
    };
    const expectOneEach = async () => {
      const ofToday = channel.posted.filter(({ title }) => title.endsWith(TODAY));
      expect(ofToday.map((post) => post.channel).toSorted()).toEqual(
        Array.from({ length: SERVERS }, (_, at) => `c${at}`).toSorted(),
      );
      const left = await store
        .selectFrom('daily_post')
        .select('state')
        .where('local_date', '=', '2026-05-16')
        .execute();
      expect(left.map(({ state }) => state)).toEqual(left.map(() => 'sent'));
    };

    it.each([
      ['ahead by ten minutes, and set right', 10 * MINUTE, 0],
      ['ahead by an hour, and set right', HOUR, 0],
      ['right, and set back by ten minutes', 0, -10 * MINUTE],
      ['right, and set back by an hour', 0, -HOUR],
      ['behind by an hour, and set right', -HOUR, 0],
    ])('come once each where one is killed in the midst with its clock %s', async (_what, before, after) => {
      now = DUE - before;
      const first = await start(before);
      killAt(25, first);
      await pass(5 * SECOND, SECOND, first);
      await first.process.exited;
      const left = await store.selectFrom('daily_post').select('owner').where('state', '=', 'sending').execute();
      expect(left.length).toBeGreaterThan(0);
      // Longer than the nonces hold; set back by as much, the clock says that no time has passed.
      now += 10 * MINUTE;
      const second = await start(after);
      await pass(3 * MINUTE, 10 * SECOND, second);
      // Until it is time again by a clock that was set back.
      await pass(Math.max(before, -after, 0) + 5 * MINUTE, MINUTE, second);
      await expectOneEach();
    });

    it('come once each by two whose clocks are an hour apart, though the one ahead is killed in the midst', async () => {
      now = DUE - HOUR;
      const ahead = await start(HOUR);
      const right = await start(0);
      killAt(25, ahead);
      await pass(5 * SECOND, SECOND, ahead, right);
      await ahead.process.exited;
      await pass(HOUR + 5 * MINUTE, MINUTE, right);
      await expectOneEach();
    });

    it('come once each by three whose clocks are minutes apart', async () => {
      now = DUE - 4 * MINUTE;
      const those = [await start(-3 * MINUTE), await start(0), await start(3 * MINUTE)];
      await pass(12 * MINUTE, 15 * SECOND, ...those);
      await expectOneEach();
      expect(processes.flatMap(({ lines }) => lines)).toEqual([]);
    });

    it('go on, once each, where the clock of one that runs is set right from an hour ahead in the midst', async () => {
      now = DUE - HOUR;
      const one = await start(HOUR);
      await pass(2 * SECOND, SECOND, one);
      expect(channel.posted.length).toBeLessThan(SERVERS);
      one.ahead = 0;
      now = DUE;
      await pass(10 * SECOND, SECOND, one);
      await expectOneEach();
    });

    it('come on the next day, too, after a clock that ran a week ahead', async () => {
      const one = await start(7 * 24 * HOUR);
      await pass(5 * SECOND, SECOND, one);
      one.ahead = 0;
      now = DUE + 24 * HOUR;
      await pass(30 * SECOND, SECOND, one);
      const titles = new Set(channel.posted.map(({ title }) => title.split(' · ').at(-1)));
      expect(titles).toEqual(new Set(['23 May 2026', '17 May 2026']));
      expect(channel.posted).toHaveLength(2 * SERVERS);
    });
  });
});
