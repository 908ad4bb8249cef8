import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { saveSchedule } from '../../src/daily/settings.ts';
import { backUp } from '../../src/store/backup.ts';
import { openStore } from '../../src/store/open.ts';
import { emptyFolder } from '../support/folder.ts';

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
});

const log = createLog('silent');
const url = () => `sqlite:${join(folder, 'parley.db')}`;
const copy = () => join(folder, 'copy.db');
const wish = { guild: '1', channel: '2', time: '09:00', zone: 'UTC' };

test('a copy of a store in use holds all that was written before it', async () => {
  const store = await openStore(url(), log);
  await saveSchedule(store, wish, 0);
  const written = backUp(url(), copy());
  expect(written).toEqual({ file: copy(), bytes: statSync(copy()).size });
  await saveSchedule(store, { ...wish, guild: '2' }, 0);
  const restored = await openStore(`sqlite:${copy()}`, log);
  expect(await restored.selectFrom('daily_setting').select('guild_id').execute()).toEqual([{ guild_id: '1' }]);
  await Promise.all([store.destroy(), restored.destroy()]);
});

test('nothing is written over, and nothing is made of nothing', async () => {
  expect(() => backUp(url(), copy())).toThrow('There is no');
  await (await openStore(url(), log)).destroy();
  writeFileSync(copy(), 'precious');
  expect(() => backUp(url(), copy())).toThrow('is there already');
  expect(() => backUp('postgres://somebody@host/name', join(folder, 'other.db'))).toThrow('pg_dump');
});

test('a store, what SQLite makes beside it, and a copy are for their owner alone to read', async () => {
  const before = process.umask(0o022);
  try {
    const store = await openStore(url(), log);
    await saveSchedule(store, wish, 0);
    backUp(url(), copy());
    const files = readdirSync(folder);
    expect(files).toEqual(expect.arrayContaining(['parley.db', 'parley.db-wal', 'copy.db']));
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o777, file).toBe(0o600);
    await store.destroy();
  } finally {
    process.umask(before);
  }
});

test('a copy that cannot be made is said in a line, and one that fails leaves nothing', async () => {
  await (await openStore(url(), log)).destroy();
  expect(() => backUp(url(), join(folder, 'missing', 'copy.db'))).toThrow('cannot be made');
  writeFileSync(
    join(folder, 'parley.db'),
    'this is no database, but long enough to be read as the head of one'.repeat(9),
  );
  expect(() => backUp(url(), copy())).toThrow();
  expect(existsSync(copy())).toBe(false);
});

test('`npm run backup` says where it wrote, and how much', async () => {
  await (await openStore(url(), log)).destroy();
  const env = { ...process.env, DATABASE_URL: url() };
  const { stdout } = await promisify(execFile)(process.execPath, ['src/store/main.ts', copy()], { env });
  expect(stdout).toBe(`Wrote ${copy()}: ${statSync(copy()).size.toLocaleString('en-GB')} bytes.\n`);
});
