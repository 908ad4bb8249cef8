/** Makes sure that deleted data is gone from an SQLite file's bytes, not only from its tables. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { SqliteAdapter, sql } from 'kysely';
import type { Store } from './open.ts';
import { BUSY_MS } from './sqlite.ts';

const VACUUM = new URL('./vacuum.ts', import.meta.url);

const isSqlite = (store: Store) => store.getExecutor().adapter instanceof SqliteAdapter;

/** Empties the write-ahead log, which still holds deleted data; if somebody is reading, it waits for the next time. */
export async function truncateWal(store: Store): Promise<void> {
  if (isSqlite(store)) await sql`pragma wal_checkpoint(truncate)`.execute(store);
}

/**
 * Rebuilds the file from its contents: moved rows have left copies, and versions before `secure_delete` left
 * everything. In a separate thread, because it takes a second for some 200 MB; writers wait meanwhile.
 */
export async function rewriteFile(store: Store): Promise<void> {
  if (!isSqlite(store)) return;
  const { rows } = await sql<{ file: string }>`pragma database_list`.execute(store);
  const file = rows[0]?.file;
  if (file) await once(new Worker(VACUUM, { workerData: { file, timeout: BUSY_MS } }), 'exit');
}
