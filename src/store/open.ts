import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kysely, sql } from 'kysely';
import { Fatal, Unavailable } from '../config/fatal.ts';
import type { Logger } from '../config/log.ts';
import { migrate } from './migrations.ts';
import type { Database } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

export type Store = Kysely<Database>;

const DEFAULT_FILE = join(import.meta.dirname, '../../data/parley.db');

/** The SQLite file of a database address (`sqlite:path`, `sqlite:///path`, `file:///path`); null for PostgreSQL's. */
export function sqliteFile(url: string | undefined): string | null {
  if (url === undefined) return DEFAULT_FILE;
  if (/^postgres(ql)?:/.test(url)) return null;
  return url.startsWith('file://') ? fileURLToPath(url) : url.replace(/^(sqlite|file):(\/\/)?/, '');
}

/** The dialect of a database address, and whether an error of it says that the database is not to be reached now. */
async function dialectOf(url: string | undefined, log: Logger) {
  const file = sqliteFile(url);
  if (url === undefined || file !== null) return { dialect: sqliteDialect(file ?? DEFAULT_FILE), isAway: () => false };
  // Loaded where it is used: most run on SQLite, and start sooner without.
  const { isAway, postgresDialect } = await import('./postgres.ts');
  return {
    dialect: postgresDialect(url, (error) => log.error({ err: error }, 'a connection to PostgreSQL broke')),
    isAway,
  };
}

/**
 * The store at a database address, brought up to this version; the default is an SQLite file under `data/`.
 * @throws {Unavailable} where PostgreSQL is not to be reached now, {Fatal} where a newer version has written to it, or
 * it cannot be used as it is.
 */
export async function openStore(url: string | undefined, log: Logger): Promise<Store> {
  const { dialect, isAway } = await dialectOf(url, log);
  const store = new Kysely<Database>({ dialect });
  try {
    await migrate(store);
  } catch (error) {
    await store.destroy();
    if (error instanceof Fatal) throw error;
    const reason = error instanceof Error ? error.message || error.name : String(error);
    const said = `The store cannot be used: ${reason}. Check DATABASE_URL, and that it can be reached and written.`;
    const Failure = isAway(error) ? Unavailable : Fatal;
    throw new Failure(said, { cause: error });
  }
  return store;
}

/** Whoever asks how the program is waits a few seconds at most; a database that takes longer does not answer. */
const ANSWER_MS = 2000;

/** What the database says, or undefined where it does not within `ANSWER_MS`; never rejects. */
export async function askSoon<Value>(
  ask: (signal: AbortSignal) => Promise<Value>,
  log: Logger,
): Promise<Value | undefined> {
  try {
    return await ask(AbortSignal.timeout(ANSWER_MS));
  } catch (err) {
    log.warn({ err }, 'the database does not answer');
    return undefined;
  }
}

/** Whether the database answers now. */
export async function isReachable(store: Store, log: Logger): Promise<boolean> {
  return (await askSoon((signal) => sql`select 1`.execute(store, { signal }), log)) !== undefined;
}
