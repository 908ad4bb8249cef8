import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Dialect, Kysely, sql } from 'kysely';
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

/** How to access the database at an address, and how to recognise and explain its errors. */
interface Access {
  readonly dialect: Dialect;
  /** Whether an error says that the database cannot be reached or written now. */
  readonly isAway: (error: unknown) => boolean;
  readonly mend: string;
}

async function accessTo(url: string | undefined, log: Logger): Promise<Access> {
  const file = sqliteFile(url);
  if (url === undefined || file !== null) {
    const path = file ?? DEFAULT_FILE;
    return { dialect: sqliteDialect(path), isAway: () => false, mend: `Look at ${path}, or restore a backup of it.` };
  }
  // Loaded only if it is used: most bots run on SQLite, and start faster without it.
  const { isAway, postgresDialect } = await import('./postgres.ts');
  const dialect = postgresDialect(url, (error) => log.error({ err: error }, 'a connection to PostgreSQL broke'));
  return { dialect, isAway, mend: 'Check DATABASE_URL, and that it can be reached and written.' };
}

/**
 * Opens the store at a database address, migrated to this version; the default is an SQLite file under `data/`.
 * @throws {Unavailable} if PostgreSQL cannot be reached now, {Fatal} if a newer version has migrated it, or it cannot
 * be used as it is.
 */
export async function openStore(url: string | undefined, log: Logger): Promise<Store> {
  const { dialect, isAway, mend } = await accessTo(url, log);
  const store = new Kysely<Database>({ dialect });
  try {
    await migrate(store);
  } catch (error) {
    await store.destroy();
    if (error instanceof Fatal) throw error;
    const reason = error instanceof Error ? error.message || error.name : String(error);
    const Failure = isAway(error) ? Unavailable : Fatal;
    throw new Failure(`The store cannot be used: ${reason}. ${mend}`, { cause: error });
  }
  return store;
}

/** A health check waits a few seconds at most; a database that takes longer counts as not answering. */
const ANSWER_MS = 2000;

/** The database's answer, or undefined if there is none within `ANSWER_MS`; never rejects. */
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

/** Whether the database can be written now: this deletes nothing, but a read-only server refuses it. */
export async function isReachable(store: Store, log: Logger): Promise<boolean> {
  const write = (signal: AbortSignal) => sql`delete from asked where false`.execute(store, { signal });
  return (await askSoon(write, log)) !== undefined;
}
