import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tick } from '../../src/daily/loop.ts';
import type { Parts } from '../../src/daily/post.ts';
import { createLog } from '../../src/log.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.ts';
import { small } from '../support/knowledge.ts';
import { type EmptyDatabase, type Kind, kinds, sqlite } from '../support/stores.ts';

const log = createLog('silent');
const DUE = Date.parse('2026-05-16T09:00:00Z');
const SERVERS = 1000;
const PROCESSES = 8;

/** A thread that waits for SQLite's lock cannot also be the one that gives it up, so there all share a connection. */
function storesOf(kind: Kind, url: string): Promise<readonly Store[]> {
  return Promise.all(Array.from({ length: kind === sqlite ? 1 : PROCESSES }, () => openStore(url, log)));
}

describe.each(kinds)('a thousand daily posts on $name', (kind) => {
  describe.skipIf(kind.skipped)('due at once', () => {
    let database: EmptyDatabase;
    let stores: readonly Store[];
    let now: number;
    let channel: FakeChannel;

    const run = (process: number) => {
      const store = stores[process % stores.length];
      if (!store) throw new Error('no store');
      const parts: Parts = {
        store,
        channel,
        knowledge: () => small,
        owner: `process ${process}`,
        catchUpMs: 6 * 60 * 60 * 1000,
        now: () => now,
        onSettled: () => {},
        random: Math.random,
        log,
      };
      return tick(parts);
    };

    beforeEach(async () => {
      database = await kind.create();
      stores = await storesOf(kind, database.url);
      now = DUE;
      channel = fakeChannel(() => now);
      const settings = Array.from({ length: SERVERS }, (_, server) => ({
        guild_id: `g${server}`,
        channel_id: `c${server}`,
        time: '09:00',
        time_zone: 'UTC',
        next_date: '2026-05-16',
        next_at: DUE,
        set_at: 0,
      }));
      await stores[0]?.insertInto('daily_setting').values(settings).execute();
    });
    afterEach(async () => {
      await Promise.all(stores.map((store) => store.destroy()));
      await database.drop();
    });

    it(`are made once each by ${PROCESSES} processes`, async () => {
      const processes = Array.from({ length: PROCESSES }, (_, process) => process);
      for (let second = 0; second < SERVERS && channel.posted.length < SERVERS; second += 1) {
        await Promise.all(processes.map(run));
        now += 1000;
      }
      await Promise.all(processes.map(run));
      expect(channel.posted).toHaveLength(SERVERS);
      expect(new Set(channel.posted.map((post) => post.channel)).size).toBe(SERVERS);
    }, 120_000);

    it('go out 20 a second', async () => {
      expect(await run(0)).toBe(20);
      expect(await run(0)).toBe(0);
      now += 1000;
      expect(await run(0)).toBe(20);
      expect(channel.posted).toHaveLength(40);
    });
  });
});
