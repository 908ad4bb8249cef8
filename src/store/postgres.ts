/** Kysely over PostgreSQL. */
import { type Dialect, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { DatabaseError, Pool, TypeOverrides, types } from 'pg';

/** A process asks little at once, and many processes share the server's connections. */
const CONNECTIONS = 5;
/** A server that takes longer to let us in counts as away. */
const CONNECT_MS = 5000;

/** A server that takes longer over a statement counts as away too; nothing here takes a second. */
const STATEMENT_MS = 30_000;

/** So old, a connection is made anew, as the address may lead to another server by now. */
const LIFETIME_S = 300;

/** SQLSTATEs of a server that is starting, ending, full, or only to be read, and of a connection that broke. */
const AWAY = /^(08|53|57|25006)/;
/** pg's own errors, which have no code. */
const AWAY_MESSAGE = /timeout|terminated/i;

/** Whether an error says that the server is not to be reached or written now; a wrong password or name is not of these. */
export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseError) return AWAY.test(error.code ?? '');
  // Node gives network errors the call that failed, and one for each address of a name as an aggregate.
  return (
    error instanceof Error &&
    ('syscall' in error || error instanceof AggregateError || AWAY_MESSAGE.test(error.message))
  );
}

/**
 * A pool that closes a connection on which the server was away: after a failover it may stand for long, and lead to a
 * server that takes no writing, or says nothing.
 */
function closingWhatFailed(pool: Pool): PostgresPool {
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect();
    let wasAway = false;
    const query = async (text: string, parameters: readonly unknown[]) => {
      // Closing it rolls back too; to wait for more of it would hide the first error.
      if (wasAway && text === 'rollback') return { command: 'ROLLBACK', rowCount: 0, rows: [] };
      try {
        return await client.query(text, [...parameters]);
      } catch (error) {
        wasAway ||= isAway(error);
        throw error;
      }
    };
    // Kysely asks in the other form, with a cursor, only where it has been given one.
    const asKyselyAsks = query as unknown as PostgresPoolClient['query'];
    return { query: asKyselyAsks, release: (close) => client.release(wasAway || close) };
  };
  return { connect, end: () => pool.end(), options: pool.options };
}

/** The dialect for a PostgreSQL address; `onBroken` is told where a connection breaks. */
export function postgresDialect(url: string, onBroken: (error: Error) => void): Dialect {
  const overrides = new TypeOverrides();
  // The only int8 columns are moments and counts, which a number holds exactly; pg would give text.
  overrides.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({
    connectionString: url,
    types: overrides,
    max: CONNECTIONS,
    maxLifetimeSeconds: LIFETIME_S,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: STATEMENT_MS,
  });
  // Of each connection, as the pool listens to idle ones alone, and one in use that broke would end the program.
  pool.on('connect', (client) => client.on('error', onBroken));
  // It passes on what its connections have told already, and would end the program too where nobody listened.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool: closingWhatFailed(pool) });
}
