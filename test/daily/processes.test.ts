import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { listen } from '../../src/http/listen.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.ts';
import { type EmptyDatabase, postgres } from '../support/stores.ts';
import { DUE, dueAtOnce, SERVERS } from './due-at-once.ts';

/** As many as go out in ten seconds. */
const FEW = 200;

const SCRIPT = join(import.meta.dirname, '../support/daily-process.ts');
const SECOND = 1000;

/** A process that makes posts, and what it has complained of. */
async function startProcess(databaseUrl: string, channelUrl: string, owner: string) {
  const child = fork(SCRIPT, [databaseUrl, channelUrl, owner], { execArgv: [] });
  const lines: string[] = [];
  let told = Promise.withResolvers<void>();
  child.on('message', (message: 'ready' | 'done' | { readonly line: string }) => {
    if (typeof message === 'object') lines.push(message.line);
    else told.resolve();
  });
  const exited = once(child, 'exit');
  exited.then(() => (child.killed ? told.resolve() : told.reject(new Error(`${owner} ended by itself`))));
  await told.promise;
  return {
    owner,
    lines,
    isAlive: () => !child.killed,
    /** Settles when it has made what it may at that time, or was killed over it. */
    tick: (now: number) => {
      told = Promise.withResolvers<void>();
      child.send(now);
      return told.promise;
    },
    kill: () => child.kill('SIGKILL'),
    exited,
  };
}
type Process = Awaited<ReturnType<typeof startProcess>>;

describe.skipIf(postgres.skipped).each([
  [2, 'while the nonces hold', 61 * SECOND],
  [8, 'when the nonces have run out', 10 * 60 * SECOND],
])('daily posts on PostgreSQL, due at once, of %i processes', (count, when, later) => {
  let database: EmptyDatabase;
  let store: Store;
  let channel: FakeChannel;
  let server: Awaited<ReturnType<typeof listen>>;
  let processes: readonly Process[];
  let now: number;
  /** Told of each post that a process sends, before it stands in its channel. */
  let onSend: (owner: string) => void;

  beforeAll(async () => {
    const app = new Hono();
    app.post('/:owner/send', async (c) => {
      const { channel: to, title, nonce } = await c.req.json();
      onSend(c.req.param('owner'));
      return c.json(await channel.send(to, { title } as Parameters<typeof channel.send>[1], nonce));
    });
    app.post('/:owner/look', async (c) => {
      const { channel: where, title, since } = await c.req.json();
      return c.json(await channel.look(where, title, since));
    });
    server = await listen(app, '127.0.0.1', 0, { onRefused: () => undefined });
    database = await postgres.create();
    store = await openStore(database.url, createLog('silent'));
    const names = Array.from({ length: count }, (_, index) => `process-${index}`);
    const channelUrl = `http://127.0.0.1:${server.port}`;
    processes = await Promise.all(names.map((name) => startProcess(database.url, channelUrl, name)));
  });
  afterAll(async () => {
    for (const one of processes) one.kill();
    await Promise.all(processes.map(({ exited }) => exited));
    await server.close();
    await store.destroy();
    await database.drop();
  });
  beforeEach(async () => {
    now = DUE;
    onSend = () => {};
    channel = fakeChannel(() => now);
    await store.deleteFrom('daily_setting').execute();
    await store.deleteFrom('daily_post').execute();
  });

  const tickAll = () => Promise.all(processes.filter((one) => one.isAlive()).map((one) => one.tick(now)));
  /** A second after another, until every server has its post; longer than that would take, it has failed. */
  const untilPosted = async (servers: number) => {
    for (let second = 0; second < servers && channel.posted.length < servers; second += 1) {
      await tickAll();
      now += SECOND;
    }
  };
  const expectOneEach = async (servers: number) => {
    expect(channel.posted).toHaveLength(servers);
    expect(new Set(channel.posted.map((post) => post.channel)).size).toBe(servers);
    const ledger = await store.selectFrom('daily_post').select(['state', 'guild_id']).execute();
    expect(ledger.filter(({ state }) => state === 'sent')).toHaveLength(servers);
    const settings = await store.selectFrom('daily_setting').select('next_date').distinct().execute();
    expect(settings).toEqual([{ next_date: '2026-05-17' }]);
    const ofASecond = [...Map.groupBy(channel.posted, ({ at }) => at).values()].map((posts) => posts.length);
    expect(Math.max(...ofASecond)).toBeLessThanOrEqual(20);
  };

  it(`${FEW} are made once each, and nobody complains`, async () => {
    await dueAtOnce(store, FEW);
    await untilPosted(FEW);
    await tickAll();
    await expectOneEach(FEW);
    expect(processes.flatMap(({ lines }) => lines)).toEqual([]);
  });

  it(`${SERVERS} are made once each, all take part, and one killed in the midst is taken over ${when}`, async () => {
    await dueAtOnce(store, SERVERS);
    const [victim] = processes;
    const senders = new Set<string>();
    let sent = 0;
    onSend = (owner) => {
      senders.add(owner);
      if (owner !== victim?.owner) return;
      sent += 1;
      // Some of its posts are settled by then, some are on their way, and this one arrives after its death.
      if (sent === 30) victim.kill();
    };
    for (let second = 0; victim?.isAlive() && second < SERVERS; second += 1) {
      await tickAll();
      now += SECOND;
    }
    await victim?.exited;
    const left = await store
      .selectFrom('daily_post')
      .select('state')
      .where('owner', '=', victim?.owner ?? '')
      .execute();
    expect(left.map(({ state }) => state)).toContain('sending');
    now += later;
    await untilPosted(SERVERS);
    // What it left is seen to in the next seconds, whether or not it was posted.
    for (let second = 0; second < 10; second += 1) {
      await tickAll();
      now += SECOND;
    }
    await expectOneEach(SERVERS);
    expect(senders.size).toBe(count);
  });
});
