/** Kysely on Node's own SQLite. */
import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { Fatal } from '../config/fatal.ts';

/** How long a statement waits for another process that writes, and how often it retries. */
export const BUSY_MS = 60_000;
const AGAIN_MS = 20;

/** From https://www.sqlite.org/rescode.html. */
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_CANTOPEN = 14;

/** Whether an SQLite error has one of these codes, which are the lower byte of the extended code. */
const hasCode = (error: unknown, ...codes: readonly number[]) =>
  error instanceof Error && 'errcode' in error && codes.includes(Number(error.errcode) & 0xff);

/** Retries an attempt until no other process writes. SQLite's own wait would block the thread, and so every answer. */
async function onceFree<Value>(attempt: () => Value): Promise<Awaited<Value>> {
  const end = performance.now() + BUSY_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!hasCode(error, SQLITE_BUSY) || performance.now() >= end) throw error;
      await setTimeout(AGAIN_MS);
    }
  }
}

/**
 * Makes Kysely's migrator run all migrations in one transaction, which SQLite supports though Kysely's adapter says
 * otherwise.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** An open database, and whether its files are still those that were opened. */
interface Opened {
  readonly database: DatabaseSync;
  readonly isInPlace: () => boolean;
}

const gone = (path: string) =>
  `${path} was deleted or replaced while it was open: put it back, and start the bot again`;

class FileDriver extends SqliteDriver {
  readonly #path: string;
  #opened: Opened | undefined;

  constructor(path: string) {
    super({
      database: async () => {
        this.#opened = await openFile(path);
        return forKysely(this.#opened.database);
      },
    });
    this.#path = path;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: <Row>(query: CompiledQuery) =>
        onceFree(() => {
          // SQLite itself would keep writing to deleted files.
          if (!this.#opened?.isInPlace()) throw new Error(gone(this.#path));
          return connection.executeQuery<Row>(query);
        }),
      streamQuery: <Row>(query: CompiledQuery, size: number) => connection.streamQuery<Row>(query, size),
    };
  }

  /** Takes the write lock at once, so that a transaction waits for another process and never fails halfway. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** When the disk is full SQLite rolls back by itself: a second rollback would fail, and hide the first error. */
  override async rollbackTransaction(): Promise<void> {
    const { database } = this.#opened ?? {};
    if (database?.isTransaction) database.exec('rollback');
  }
}

/** The interface that Kysely needs, on `node:sqlite`. Kysely itself queues statements on the one connection. */
function forKysely(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}

/**
 * Write-ahead logging lets readers, a writer and a backup work at the same time. Deleted rows are overwritten with
 * zeros. The first query creates the files for the log.
 */
const SETTINGS = 'pragma journal_mode = wal; pragma secure_delete = on; select count(*) from sqlite_schema';

async function openFile(path: string): Promise<Opened> {
  if (path !== ':memory:') makePrivately(path);
  const database = new DatabaseSync(path, { timeout: 0, enableForeignKeyConstraints: true });
  try {
    await onceFree(() => database.exec(SETTINGS));
  } catch (error) {
    database.close();
    throw hasCode(error, SQLITE_READONLY, SQLITE_CANTOPEN) ? notWritable(path, error) : error;
  }
  const files = filesOf(path);
  return { database, isInPlace: () => filesOf(path) === files };
}

/** Identifies a database's files, to recognise others with the same names. */
function filesOf(path: string): string {
  const stats = ['', '-wal', '-shm'].map((suffix) => statSync(path + suffix, { throwIfNoEntry: false }));
  return stats.map((stat) => `${stat?.dev}:${stat?.ino}`).join(' ');
}

/** Creates the file and its folder, if missing, accessible only to their owner. */
function makePrivately(path: string): void {
  try {
    makeFolder(dirname(path));
    makeOwnFile(path, 'a');
  } catch (error) {
    throw notWritable(path, error);
  }
}

function notWritable(path: string, cause: unknown): Fatal {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const mend = 'The user that runs the bot must be able to make and write files there.';
  return new Fatal(`The data folder ${dirname(path)} cannot be written: ${reason}. ${mend}`, { cause });
}

/** Creates a folder and its parents. Node's own `recursive` never ends under /proc, where nothing can be created. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have created it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/** The dialect for an SQLite file, which is created with its folder if missing; `:memory:` stores nothing. */
export function sqliteDialect(path: string): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new FileDriver(path),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * Creates an empty file, if missing, that only its owner may read; the files that SQLite creates beside it inherit
 * this. `'wx'` throws if the file exists.
 */
export function makeOwnFile(path: string, flag: 'a' | 'wx'): void {
  closeSync(openSync(path, flag, 0o600));
}
