/** Around all tests: the names of what they make on a PostgreSQL server begin alike, and what they leave is dropped. */
import { randomBytes } from 'node:crypto';
import { onServer, server } from './on-server.ts';

/** Told to the workers, which are started after it. */
export const setup = () => {
  process.env.TEST_DATABASES = `parley_${randomBytes(4).toString('hex')}`;
};

export async function teardown(): Promise<void> {
  if (server === undefined) return;
  const left = `select datname from pg_database where starts_with(datname, '${process.env.TEST_DATABASES}_')`;
  for (const { datname } of await onServer<{ datname: string }>(left))
    await onServer(`drop database ${datname} with (force)`);
}
