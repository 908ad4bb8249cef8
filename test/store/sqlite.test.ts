/** What may befall an SQLite file: another process that writes, a full disk, a folder that cannot be written. */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { saveSchedule } from '../../src/daily/settings.ts';
import { isReachable, openStore, type Store } from '../../src/store/open.ts';
import { emptyFolder } from '../support/folder.ts';

const log = createLog('silent');
const wish = { guild: '1', channel: '2', time: '09:00', zone: 'UTC' };

async function opened() {
  const file = join(emptyFolder(), 'parley.db');
  const store = await openStore(`sqlite:${file}`, log);
  onTestFinished(() => store.destroy());
  return { file, store };
}

const guilds = (store: Store) => store.selectFrom('daily_setting').select('guild_id').orderBy('guild_id').execute();

test('while another process writes, the thread is free, and what waits is written after it', async () => {
  const { file, store } = await opened();
  using other = new DatabaseSync(file);
  other.exec('begin immediate');
  const settled: string[] = [];
  const alone = saveSchedule(store, wish, 0).then(() => settled.push('alone'));
  const together = store
    .transaction()
    .execute((transaction) => saveSchedule(transaction, { ...wish, guild: '2' }, 0))
    .then(() => settled.push('together'));
  for (let turn = 0; turn < 10; turn++) await setImmediate();
  expect(settled).toEqual([]);
  other.exec('commit');
  await Promise.all([alone, together]);
  expect(await guilds(store)).toEqual([{ guild_id: '1' }, { guild_id: '2' }]);
});

test('a full disk is told as that, and nothing of the transaction is kept', async () => {
  const { store } = await opened();
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store);
  await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count)}`.execute(store);
  const written = store.transaction().execute(async (transaction) => {
    await saveSchedule(transaction, wish, 0);
    const reason = 'x'.repeat(100_000);
    await transaction.updateTable('daily_setting').set({ last_failure: reason }).execute();
  });
  await expect(written).rejects.toThrow('database or disk is full');
  expect(await guilds(store)).toEqual([]);
});

test.each(['', '-wal', '-shm'])(
  'a file deleted while it is open (parley.db%s) is told of, and not written to',
  async (suffix) => {
    const { file, store } = await opened();
    expect(await isReachable(store, log)).toBe(true);
    rmSync(file + suffix);
    expect(await isReachable(store, log)).toBe(false);
    await expect(saveSchedule(store, wish, 0)).rejects.toThrow(`${file} was deleted or replaced`);
    // Another file of the same name is not the one that is open.
    writeFileSync(file + suffix, '');
    expect(await isReachable(store, log)).toBe(false);
  },
);

test('a folder that cannot be made is named, and nobody waits for it', async () => {
  const told = /^The data folder \/proc\/nowhere\/at\/all cannot be written: ENOENT/;
  await expect(openStore('sqlite:/proc/nowhere/at/all/parley.db', log)).rejects.toThrow(told);
});

/** Does it as a user who is not root, whom no folder could keep out. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}

test.each([
  ['a new one', () => undefined],
  ['one that is there', (file: string) => writeFileSync(file, '', { mode: 0o666 })],
])('a folder that may not be written is named: for %s', async (_which, make) => {
  const folder = join(emptyFolder(), 'data');
  chmodSync(join(folder, '..'), 0o755);
  mkdirSync(folder);
  make(join(folder, 'parley.db'));
  chmodSync(folder, 0o555);
  await asNobody(() =>
    expect(openStore(`sqlite:${join(folder, 'parley.db')}`, log)).rejects.toThrow(
      `The data folder ${folder} cannot be written`,
    ),
  );
});
