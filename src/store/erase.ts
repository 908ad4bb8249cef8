/** Sees to it that what is deleted is gone from an SQLite file's bytes, and not from its tables alone. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { SqliteAdapter, sql } from 'kysely';
import type { Store } from './open.ts';
import { BUSY_MS } from './sqlite.ts';

const VACUUM = new URL('./vacuum.ts', import.meta.url);

const isSqlite = (store: Store) => store.getExecutor().adapter instanceof SqliteAdapter;

/** Empties the log, which holds what was deleted as it was before; while somebody reads, it is left for the next time. */
export async function emptyLog(store: Store): Promise<void> {
  if (isSqlite(store)) await sql`pragma wal_checkpoint(truncate)`.execute(store);
}

/**
 * Makes the file anew of what is in it: rows that were moved to make room have left copies, and versions before
 * `secure_delete` left all. In a thread of its own, as it takes a second for some 200 MB; who writes waits meanwhile.
 */
export async function rewriteFile(store: Store): Promise<void> {
  if (!isSqlite(store)) return;
  const { rows } = await sql<{ file: string }>`pragma database_list`.execute(store);
  const file = rows[0]?.file;
  if (file) await once(new Worker(VACUUM, { workerData: { file, timeout: BUSY_MS } }), 'exit');
}
