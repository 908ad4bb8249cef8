/** A thread that rebuilds an SQLite file. */
import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

const { file, timeout } = workerData as { readonly file: string; readonly timeout: number };

using database = new DatabaseSync(file, { timeout });
database.exec('vacuum; pragma wal_checkpoint(truncate)');
