import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { migrate, StoreTooNew } from '../../src/store/migrations.ts';
import { openStore, type Store, sqliteFile } from '../../src/store/open.ts';
import { type EmptyDatabase, kinds, postgres } from '../support/stores.ts';

const run = promisify(execFile);
const opening = `
  Promise.all([import('./src/store/open.ts'), import('./src/config/log.ts')]).then(async ([{ openStore }, { createLog }]) => {
    const store = await openStore(process.argv[1], createLog('silent'));
    await store.destroy();
  });`;

const log = createLog('silent');

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

const setting = {
  guild_id: '1',
  channel_id: '2',
  time: '09:00',
  time_zone: 'UTC',
  next_date: '2026-05-16',
  next_at: Date.parse('2026-05-16T09:00:00Z'),
  set_at: 0,
};

describe.each(kinds)('a store on $name', ({ skipped, createBare }) => {
  describe.skipIf(skipped)('at its address', () => {
    let database: EmptyDatabase;
    const opened: Store[] = [];
    const open = async () => {
      const store = await openStore(database.url, log);
      opened.push(store);
      return store;
    };

    beforeEach(async () => {
      database = await createBare();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.destroy()));
      await database.drop();
    });

    it('is made on first use, and keeps what it is given', async () => {
      await (await open()).insertInto('daily_setting').values(setting).execute();
      const again = await open();
      expect(await again.selectFrom('daily_setting').selectAll().execute()).toMatchObject([setting]);
    });

    it('is migrated once, however many processes open it at once', async () => {
      await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, ['-e', opening, database.url])));
      expect(await (await open()).selectFrom('daily_setting').selectAll().execute()).toEqual([]);
    });

    it('is refused in plain words where a newer version has been at it', async () => {
      const store = await open();
      const nothing = { up: async () => undefined };
      const rejected = migrate(store, { '000-other': nothing });
      await expect(rejected).rejects.toBeInstanceOf(StoreTooNew);
      await expect(rejected).rejects.toThrow(/version 001-daily .* knows 000-other/);
    });

    it('keeps transactions apart from whatever else is asked meanwhile', async () => {
      const store = await open();
      const undone = store.transaction().execute(async (transaction) => {
        await transaction.insertInto('daily_setting').values(setting).execute();
        throw new Error('changed my mind');
      });
      const other = store
        .insertInto('daily_setting')
        .values({ ...setting, guild_id: '9' })
        .execute();
      await expect(undone).rejects.toThrow('changed my mind');
      await other;
      expect(await store.selectFrom('daily_setting').select('guild_id').execute()).toEqual([{ guild_id: '9' }]);
    });
  });
});

it('says where the file is, and that PostgreSQL has none', () => {
  expect(sqliteFile(undefined)).toMatch(/\/data\/parley\.db$/);
  expect(sqliteFile('sqlite:data/other.db')).toBe('data/other.db');
  expect(sqliteFile('sqlite:///var/lib/parley.db')).toBe('/var/lib/parley.db');
  expect(sqliteFile('file:///var/lib/parley%20bot.db')).toBe('/var/lib/parley bot.db');
  expect(sqliteFile('postgres://somebody@host/name')).toBeNull();
});

it('fails to open, and says why, where there is no server', async () => {
  await expect(openStore('postgres://nobody@127.0.0.1:1/none', log)).rejects.toThrow(
    /ECONNREFUSED.*Check DATABASE_URL/,
  );
});

// The exit code is that of the program: 75 asks whoever watches over it for another start.
it.each([
  ['still starting', '57P03', 75],
  ['full', '53300', 75],
  ['given a wrong password', '28P01', 1],
])('fails to open where the server is %s (%s), with exit code %i', async (_how, sqlState, exitCode) => {
  await using server = await refusing(sqlState);
  await expect(openStore(server.url, log)).rejects.toMatchObject({
    message: expect.stringContaining('not now'),
    exitCode,
  });
});

it.skipIf(postgres.skipped)('fails to open a database that does not exist, for a person to mend', async () => {
  const database = await postgres.createBare();
  const other = new URL(database.url);
  other.pathname = '/nowhere_to_be_found';
  await expect(openStore(other.href, log)).rejects.toMatchObject({
    message: expect.stringMatching(/does not exist.*Check DATABASE_URL/),
    exitCode: 1,
  });
  await database.drop();
});
