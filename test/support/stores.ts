/** Stores to test on: always SQLite, and PostgreSQL if `TEST_DATABASE_URL` names one; each in its own database. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createLog } from '../../src/config/log.ts';
import { openStore } from '../../src/store/open.ts';
import { emptyFolder } from './folder.ts';
import { onServer, server } from './on-server.ts';

export interface EmptyDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

export interface Kind {
  readonly name: string;
  readonly skipped: boolean;
  /** A database in which nothing is kept; it may have the tables already. */
  readonly create: () => Promise<EmptyDatabase>;
  /** One without a table, as a first start finds it. */
  readonly createBare: () => Promise<EmptyDatabase>;
}

async function emptyFile(): Promise<EmptyDatabase> {
  // It is removed with the test's folder.
  return { url: `sqlite:${join(emptyFolder(), 'made', 'on', 'first', 'use.db')}`, drop: async () => {} };
}

async function bareOnServer(): Promise<EmptyDatabase> {
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set');
  // The run that it is of drops what its tests leave.
  const name = `${process.env.TEST_DATABASES}_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  // A commit must survive its process, but not the server: tests kill only processes.
  await onServer(`alter database ${name} set synchronous_commit = off`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: async () => void (await onServer(`drop database ${name} with (force)`)) };
}

/** Ends whatever is still connected, as a process that was killed may be, and takes every row. */
const EMPTY = `do $$
declare name text;
begin
  perform pg_terminate_backend(pid, 60000) from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid();
  for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely\\_%' loop
    execute format('delete from %I', name);
  end loop;
end $$`;

/** Addresses of databases that no test uses now: to make one and to drop it costs a second of a disk, to empty it nothing. */
const free: string[] = [];

async function emptyOnServer(): Promise<EmptyDatabase> {
  let url = free.pop();
  if (url === undefined) {
    ({ url } = await bareOnServer());
    await (await openStore(url, createLog('silent'))).destroy();
  }
  const used = url;
  return {
    url: used,
    drop: async () => {
      await onServer(EMPTY, used);
      free.push(used);
    },
  };
}

export const sqlite: Kind = { name: 'SQLite', skipped: false, create: emptyFile, createBare: emptyFile };
export const postgres: Kind = {
  name: 'PostgreSQL',
  skipped: server === undefined,
  create: emptyOnServer,
  createBare: bareOnServer,
};
export const kinds: readonly Kind[] = [sqlite, postgres];
