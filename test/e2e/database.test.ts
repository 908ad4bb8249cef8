/** A database that goes, falls silent, or is not there yet. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { openStore } from '../../src/store/open.ts';
import { emptyFolder } from '../support/folder.ts';
import { onServer } from '../support/on-server.ts';
import { type EmptyDatabase, postgres } from '../support/stores.ts';
import { type Wire, wireTo } from '../support/wire.ts';
import { isAnswered, pointedAt, run, startDiscord, TOKEN, type Together, together } from './process.ts';

/** Nothing listens there. */
const NOBODY = 'postgres://nobody@127.0.0.1:1/none';

async function readiness(port: unknown) {
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  const { checks } = (await ready.json()) as { checks: Record<string, boolean> };
  return [ready.status, checks.database];
}

/** Whether the metrics tell how many daily posts are due, which only the database knows. */
async function tellsPostsDue(port: unknown) {
  const metrics = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(metrics.status).toBe(200);
  return /^parley_daily_posts_due \d+$/m.test(await metrics.text());
}

const QUESTION = { question: 'How many prisoners will be exchanged?' };

/** How often anything was asked, by what a database holds. */
async function countedIn(url: string): Promise<number> {
  await using store = await openStore(url, createLog('silent'));
  const rows = await store.selectFrom('asked').select('times').execute();
  return rows.reduce((sum, { times }) => sum + times, 0);
}

describe('an SQLite file while it runs', () => {
  test('that another process writes to for long: everybody is answered, and counted after it', async () => {
    const file = join(emptyFolder(), 'parley.db');
    await using both = await together({}, { DATABASE_URL: `sqlite:${file}` });
    const { port } = await both.bot.logged('HTTP server is up');
    using other = new DatabaseSync(file);
    other.exec('begin immediate');
    expect(await readiness(port)).toEqual([503, false]);
    const asked = await Promise.all(Array.from({ length: 5 }, () => both.discord.user().slash('ask', QUESTION)));
    expect(asked.map(({ kind }) => kind)).toEqual(Array(5).fill('message'));
    expect(await readiness(port)).toEqual([503, false]);
    other.exec('commit');
    await expect.poll(() => readiness(port)).toEqual([200, true]);
    both.bot.signal('SIGTERM');
    expect(await both.bot.exited).toMatchObject({ code: 0 });
    expect(await countedIn(`sqlite:${file}`)).toBe(5);
  });

  test('that is deleted makes it unready, and answers go on', async () => {
    const file = join(emptyFolder(), 'parley.db');
    await using both = await together({}, { DATABASE_URL: `sqlite:${file}` });
    const { port } = await both.bot.logged('HTTP server is up');
    expect(await readiness(port)).toEqual([200, true]);
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix);
    expect(await readiness(port)).toEqual([503, false]);
    await isAnswered(both.discord);
    expect(await both.bot.logged('the database does not answer')).toMatchObject({
      err: { message: expect.stringContaining(`${file} was deleted or replaced`) },
    });
  });
});

describe.skipIf(postgres.skipped)('PostgreSQL while it runs', () => {
  let database: EmptyDatabase;
  let wire: Wire;
  let both: Together;
  let port: unknown;
  beforeAll(async () => {
    database = await postgres.create();
    wire = await wireTo(database.url);
    both = await together({}, { DATABASE_URL: wire.url });
    ({ port } = await both.bot.logged('HTTP server is up'));
  });
  afterAll(async () => {
    await both[Symbol.asyncDispose]();
    await wire[Symbol.asyncDispose]();
    await database.drop();
  });

  test('a database that goes makes it unready, not silent; one that comes back makes it ready', async () => {
    expect(await readiness(port)).toEqual([200, true]);
    expect(await tellsPostsDue(port)).toBe(true);
    wire.cut();
    expect(await readiness(port)).toEqual([503, false]);
    expect(await tellsPostsDue(port)).toBe(false);
    await isAnswered(both.discord);
    wire.mend();
    expect(await readiness(port)).toEqual([200, true]);
  });

  test('a database that falls silent makes it unready too, and nobody waits for it', async () => {
    expect(await readiness(port)).toEqual([200, true]);
    wire.silence();
    // More than the pool has connections: those that wait for one must not hang either.
    const asked = await Promise.all(Array.from({ length: 8 }, () => readiness(port)));
    expect(asked).toEqual(Array.from({ length: 8 }, () => [503, false]));
    await isAnswered(both.discord);
    wire.mend();
    expect(await readiness(port)).toEqual([200, true]);
  });

  test('connections to a server that takes no writing any more are given up for the one that does', async () => {
    const { url, drop } = await postgres.createBare();
    onTestFinished(drop);
    await (await openStore(url, createLog('silent'))).destroy();
    const name = new URL(url).pathname.slice(1);
    // Who connects now may only read, and stays so when the address leads to a server that is written to again.
    await onServer(`alter database ${name} set default_transaction_read_only = on`);
    await using both = await together({}, { DATABASE_URL: url });
    const { port } = await both.bot.logged('HTTP server is up');
    const ask = () => both.discord.user().slash('ask', QUESTION);
    const asked = [await ask()];
    expect(await readiness(port)).toEqual([503, false]);
    await both.bot.logged(/^questions could not be recorded; retrying/);
    await onServer(`alter database ${name} reset default_transaction_read_only`);
    await expect.poll(() => readiness(port)).toEqual([200, true]);
    asked.push(await ask());
    expect(asked).toMatchObject([{ kind: 'message' }, { kind: 'message' }]);
    await expect.poll(() => countedIn(url)).toBe(2);
  });
});

describe('at the start', () => {
  test('a folder that cannot be made ends it with a line that names it, and no other start is asked for', async () => {
    await using bot = run('src/main.ts', { DISCORD_TOKEN: TOKEN, DATABASE_URL: 'sqlite:/proc/nowhere/parley.db' });
    expect(await bot.exited).toEqual({
      code: 1,
      errors: expect.stringMatching(/^The data folder \/proc\/nowhere .*\n$/),
    });
  });

  test('one that is not up ends it with a code that asks for another start', async () => {
    await using bot = run('src/main.ts', { DISCORD_TOKEN: TOKEN, DATABASE_URL: NOBODY });
    expect(await bot.exited).toEqual({ code: 75, errors: expect.stringMatching(/^The store .*ECONNREFUSED.*\n$/) });
  });

  test('a shard that finds none is started again, and does not end the others', async () => {
    await using discord = await startDiscord();
    await using bot = run('src/main.ts', { ...pointedAt(discord), SHARDS: '1', DATABASE_URL: NOBODY });
    expect(await bot.logged('shard process ended')).toMatchObject({ code: 75 });
    bot.signal('SIGTERM');
    expect((await bot.exited).code).toBe(0);
  });
});
