/** Kysely over PostgreSQL. */
import { type Dialect, PostgresDialect } from 'kysely';
import { Pool, TypeOverrides, types } from 'pg';

/** A process asks little at once, and many processes share the server's connections. */
const CONNECTIONS = 5;

/** The dialect for a PostgreSQL address; `onIdleError` is told where a connection that nobody uses breaks. */
export function postgresDialect(url: string, onIdleError: (error: Error) => void): Dialect {
  const overrides = new TypeOverrides();
  // The only int8 columns are moments and counts, which a number holds exactly; pg would give text.
  overrides.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({ connectionString: url, max: CONNECTIONS, types: overrides });
  pool.on('error', onIdleError);
  return new PostgresDialect({ pool });
}
