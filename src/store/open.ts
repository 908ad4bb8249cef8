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

/** How to speak to the database of an address, and what to say where it cannot be used. */
interface Access {
  readonly dialect: Dialect;
  /** Whether an error says that the database is not to be reached or written now. */
  readonly isAway: (error: unknown) => boolean;
  readonly mend: string;
}

async function accessTo(url: string | undefined, log: Logger): Promise<Access> {
  const file = sqliteFile(url);
  if (url === undefined || file !== null) {
    const path = file ?? DEFAULT_FILE;
    return { dialect: sqliteDialect(path), isAway: () => false, mend: `Look at ${path}, or restore a backup of it.` };
  }
  // Loaded where it is used: most run on SQLite, and start sooner without.
  const { isAway, postgresDialect } = await import('./postgres.ts');
  const dialect = postgresDialect(url, (error) => log.error({ err: error }, 'a connection to PostgreSQL broke'));
  return { dialect, isAway, mend: 'Check DATABASE_URL, and that it can be reached and written.' };
}

/**
 * The store at a database address, brought up to this version; the default is an SQLite file under `data/`.
 * @throws {Unavailable} where PostgreSQL is not to be reached now, {Fatal} where a newer version has written to it, or
 * it cannot be used as it is.
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

/** Whether the database can be written now: this deletes nothing, and a server that may only be read refuses it. */
export async function isReachable(store: Store, log: Logger): Promise<boolean> {
  const write = (signal: AbortSignal) => sql`delete from asked where false`.execute(store, { signal });
  return (await askSoon(write, log)) !== undefined;
}
