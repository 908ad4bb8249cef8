/** Stores to test on: always SQLite, and PostgreSQL if `TEST_DATABASE_URL` names one; each in its own database. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { emptyFolder } from './folder.ts';

export interface EmptyDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

export interface Kind {
  readonly name: string;
  readonly skipped: boolean;
  readonly create: () => Promise<EmptyDatabase>;
}

async function emptyFile(): Promise<EmptyDatabase> {
  // It is removed with the test's folder.
  return { url: `sqlite:${join(emptyFolder(), 'made', 'on', 'first', 'use.db')}`, drop: async () => {} };
}

const server = process.env.TEST_DATABASE_URL;

/** Runs a statement on the PostgreSQL server itself. */
export async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function emptyOnServer(): Promise<EmptyDatabase> {
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set');
  const name = `parley_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  // A commit must survive its process, but not the server: tests kill only processes.
  await onServer(`alter database ${name} set synchronous_commit = off`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database ${name} with (force)`) };
}

export const sqlite: Kind = { name: 'SQLite', skipped: false, create: emptyFile };
export const postgres: Kind = { name: 'PostgreSQL', skipped: server === undefined, create: emptyOnServer };
export const kinds: readonly Kind[] = [sqlite, postgres];
