/** The PostgreSQL server that `TEST_DATABASE_URL` names. */
import { Client } from 'pg';

export const server = process.env.TEST_DATABASE_URL;

/** Runs a statement on the server itself, or in a database of it. */
export async function onServer<Row>(statement: string, url = server): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.end();
  }
}
