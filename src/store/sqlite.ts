/** Kysely over Node's own SQLite. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
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

/** How long a statement waits for another process that writes. */
const BUSY_MS = 5000;

/** Kysely's migrator then takes all migrations in one transaction, as SQLite can; it holds its own for unable. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** A transaction takes the right to write at once, so that it waits for another process and never fails halfway. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** What Kysely needs of a database, by `node:sqlite`. Kysely itself queues what runs on the one connection. */
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

function openFile(path: string): DatabaseSync {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true });
    makeOwnFile(path, 'a');
  }
  const database = new DatabaseSync(path, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
  // Readers and a writer then do not wait for one another, and a backup can run beside both.
  database.exec('pragma journal_mode = wal');
  return database;
}

/** The dialect for an SQLite file, which is made with its folder where there is none; `:memory:` keeps nothing. */
export function sqliteDialect(path: string): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ImmediateDriver({ database: async () => forKysely(openFile(path)) }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * Makes an empty file, where there is none, that its owner alone may read; what SQLite makes beside it is as private.
 * `'wx'` throws where there is one.
 */
export function makeOwnFile(path: string, flag: 'a' | 'wx'): void {
  closeSync(openSync(path, flag, 0o600));
}
