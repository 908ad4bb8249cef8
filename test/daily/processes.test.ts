import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type Process, serveChannel, startProcess } from '../support/daily-processes.ts';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.ts';
import { type EmptyDatabase, postgres } from '../support/stores.ts';
import { DUE, dueAtOnce } from './due-at-once.ts';

const SECOND = 1000;
/** Those of fifteen seconds, so that one that is killed in the midst leaves most of them to the others. */
const SERVERS = 300;

describe.skipIf(postgres.skipped)(`${SERVERS} daily posts on PostgreSQL, due at once`, () => {
  let database: EmptyDatabase;
  let store: Store;
  let channel: FakeChannel;
  let server: Awaited<ReturnType<typeof serveChannel>>;
  let processes: readonly Process[];
  let now: number;
  /** Whose turn it is to take what is due before the others, and when it has begun to send. */
  let first: { readonly owner: string; readonly begun: PromiseWithResolvers<void> };
  /** Told of each post that a process sends, before it stands in its channel. */
  let onSend: (owner: string) => void;

  beforeEach(async () => {
    now = DUE;
    onSend = () => {};
    channel = fakeChannel(() => now);
    server = await serveChannel(channel, (owner) => {
      if (owner === first.owner) first.begun.resolve();
      onSend(owner);
    });
    database = await postgres.create();
    store = await openStore(database.url, createLog('silent'));
    await dueAtOnce(store, SERVERS);
    processes = [];
  });
  afterEach(async () => {
    await Promise.all(processes.map((one) => one.end()));
    await server.close();
    await store.destroy();
    await database.drop();
  });

  const start = async (count: number) => {
    const names = Array.from({ length: count }, (_, index) => `process-${index}`);
    processes = await Promise.all(
      names.map((name) => startProcess({ databaseUrl: database.url, channelUrl: server.url, owner: name })),
    );
  };
  /** One second of all that are alive, one of them first: else the same one might take all that is due in each. */
  const tickAll = async (turn: number) => {
    const alive = processes.filter((one) => one.isAlive());
    const one = alive[turn % alive.length];
    if (!one) return;
    first = { owner: one.owner, begun: Promise.withResolvers<void>() };
    const ticked = one.tick({ now, elapsed: now });
    await Promise.race([first.begun.promise, ticked]);
    const others = alive.filter((other) => other !== one && other.isAlive());
    await Promise.all([ticked, ...others.map((other) => other.tick({ now, elapsed: now }))]);
    now += SECOND;
  };
  /** A second after another, until every server has its post; longer than that would take, it has failed. */
  const untilPosted = async () => {
    for (let second = 0; second < SERVERS && channel.posted.length < SERVERS; second += 1) await tickAll(second);
  };
  const expectOneEach = async () => {
    expect(channel.posted).toHaveLength(SERVERS);
    expect(new Set(channel.posted.map((post) => post.channel)).size).toBe(SERVERS);
    const ledger = await store.selectFrom('daily_post').select(['state', 'guild_id']).execute();
    expect(ledger.filter(({ state }) => state === 'sent')).toHaveLength(SERVERS);
    const settings = await store.selectFrom('daily_setting').select('next_date').distinct().execute();
    expect(settings).toEqual([{ next_date: '2026-05-17' }]);
    const ofASecond = [...Map.groupBy(channel.posted, ({ at }) => at).values()].map((posts) => posts.length);
    expect(Math.max(...ofASecond)).toBeLessThanOrEqual(20);
  };

  it.each([2, 4])('are made once each by %i processes, which all take part', async (count) => {
    const senders = new Set<string>();
    onSend = (owner) => senders.add(owner);
    await start(count);
    await untilPosted();
    await tickAll(0);
    await expectOneEach();
    expect(senders.size).toBe(count);
    expect(processes.flatMap(({ lines }) => lines)).toEqual([]);
  });

  it.each([
    [2, 'while the nonces hold', 61 * SECOND],
    [4, 'when the nonces have run out', 10 * 60 * SECOND],
  ])(
    'are made once each by %i processes, one of them killed in the midst and taken over %s',
    async (count, _when, later) => {
      await start(count);
      const [victim] = processes;
      if (!victim) throw new Error('no process');
      let sent = 0;
      onSend = (owner) => {
        if (owner !== victim.owner) return;
        sent += 1;
        // Some of its posts are settled by then, some are on their way, and this one arrives after its death.
        if (sent === 20) victim.kill();
      };
      for (let second = 0; victim.isAlive() && second < SERVERS; second += 1) await tickAll(0);
      expect(victim.isAlive()).toBe(false);
      await victim.exited;
      const left = await store.selectFrom('daily_post').select('state').where('owner', '=', victim.owner).execute();
      expect(left.map(({ state }) => state)).toContain('sending');
      expect(channel.posted.length).toBeLessThan(SERVERS);
      now += later;
      await untilPosted();
      // What it left is seen to in the next seconds, whether or not it was posted.
      for (let second = 0; second < 10; second += 1) await tickAll(second);
      await expectOneEach();
    },
  );
});
