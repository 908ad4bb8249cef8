/** Kysely on PostgreSQL. */
import { type Dialect, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { DatabaseError, Pool, TypeOverrides, types } from 'pg';

/** A process runs few queries at once, and many processes share the server's connections. */
const CONNECTIONS = 5;
/** A server that takes longer to accept a connection counts as away. */
const CONNECT_MS = 5000;

/** A server that takes longer for a statement counts as away too; no statement here takes a second. */
const STATEMENT_MS = 30_000;

/** A connection is replaced at this age, because the address may lead to another server by now. */
const LIFETIME_S = 300;

/** SQLSTATEs of a server that is starting, stopping, full or read-only, and of a broken connection. */
const AWAY = /^(08|53|57|25006)/;
/** pg's own errors, which have no code. */
const AWAY_MESSAGE = /timeout|terminated/i;

/** Whether an error says that the server cannot be reached or written now; a wrong password or name does not count. */
export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseError) return AWAY.test(error.code ?? '');
  // Node marks network errors with the failed system call, and aggregates those of a name with several addresses.
  return (
    error instanceof Error &&
    ('syscall' in error || error instanceof AggregateError || AWAY_MESSAGE.test(error.message))
  );
}

/**
 * A pool that closes a connection after the server was away: after a failover it may stay open for long, and lead to a
 * server that is read-only or silent.
 */
function closingWhatFailed(pool: Pool): PostgresPool {
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect();
    let wasAway = false;
    const query = async (text: string, parameters: readonly unknown[]) => {
      // Closing it also rolls back; waiting for a rollback would hide the first error.
      if (wasAway && text === 'rollback') return { command: 'ROLLBACK', rowCount: 0, rows: [] };
      try {
        return await client.query(text, [...parameters]);
      } catch (error) {
        wasAway ||= isAway(error);
        throw error;
      }
    };
    // Kysely uses the other signature, with a cursor, only if it was given one.
    const asKyselyAsks = query as unknown as PostgresPoolClient['query'];
    return { query: asKyselyAsks, release: (close) => client.release(wasAway || close) };
  };
  return { connect, end: () => pool.end(), options: pool.options };
}

/** The dialect for a PostgreSQL address; `onBroken` is called if a connection breaks. */
export function postgresDialect(url: string, onBroken: (error: Error) => void): Dialect {
  const overrides = new TypeOverrides();
  // The only int8 columns are timestamps and counts, which fit in a number exactly; pg would return text.
  overrides.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({
    connectionString: url,
    types: overrides,
    max: CONNECTIONS,
    maxLifetimeSeconds: LIFETIME_S,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: STATEMENT_MS,
  });
  // Attached to each connection: the pool listens only to idle ones, and an error on one in use would end the program.
  pool.on('connect', (client) => client.on('error', onBroken));
  // The pool repeats its connections' errors, and would end the program too if nobody listened.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool: closingWhatFailed(pool) });
}
