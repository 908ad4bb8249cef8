/** A database that goes, falls silent, or is not there yet. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

/** A server that meets whoever begins to speak with one PostgreSQL error. */
async function refusing(sqlState: string) {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0Mnot now\0\0`);
  const size = Buffer.alloc(4);
  size.writeInt32BE(fields.length + size.length);
  const server = createServer((socket) => {
    socket.once('data', () => socket.end(Buffer.concat([Buffer.from('E'), size, fields])));
    socket.on('error', () => socket.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgres://somebody@127.0.0.1:${port}/any`,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, 'close');
    },
  };
}

describe.skipIf(postgres.skipped)('while it runs', () => {
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

  test('one of another name is for a person to mend: exit 1', async () => {
    const other = new URL(database.url);
    other.pathname = '/nowhere_to_be_found';
    await using bot = run('src/main.ts', { DISCORD_TOKEN: TOKEN, DATABASE_URL: other.href });
    expect(await bot.exited).toEqual({ code: 1, errors: expect.stringMatching(/does not exist.*Check DATABASE_URL/) });
  });
});

describe('at the start', () => {
  test('one that is not up ends it with a code that asks for another start', async () => {
    await using bot = run('src/main.ts', { DISCORD_TOKEN: TOKEN, DATABASE_URL: NOBODY });
    expect(await bot.exited).toEqual({ code: 75, errors: expect.stringMatching(/^The store .*ECONNREFUSED.*\n$/) });
  });

  test.each([
    ['still starting', '57P03', 75],
    ['full', '53300', 75],
    ['given a wrong password', '28P01', 1],
  ])('one that is %s (%s): exit %i', async (_how, sqlState, code) => {
    await using server = await refusing(sqlState);
    await using bot = run('src/main.ts', { DISCORD_TOKEN: TOKEN, DATABASE_URL: server.url });
    expect(await bot.exited).toEqual({ code, errors: expect.stringContaining('not now') });
  });

  test('a shard that finds none is started again, and does not end the others', async () => {
    await using discord = await startDiscord();
    await using bot = run('src/main.ts', { ...pointedAt(discord), SHARDS: '1', DATABASE_URL: NOBODY });
    expect(await bot.logged('shard process ended')).toMatchObject({ code: 75 });
    bot.signal('SIGTERM');
    expect((await bot.exited).code).toBe(0);
  });
});
