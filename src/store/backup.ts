import { existsSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fatal } from '../config/fatal.ts';
import { sqliteFile } from './open.ts';
import { BUSY_MS, makeOwnFile } from './sqlite.ts';

export interface Copy {
  /** The full path. */
  readonly file: string;
  readonly bytes: number;
}

/**
 * Copies the SQLite file of a database address to a new file, as a consistent snapshot, while the bot keeps writing.
 * Deleted data is not in the copy: it is made from the tables, not from the file's bytes.
 * @throws {Fatal} if the address is PostgreSQL's, there is nothing to copy, or the new file already exists or cannot be
 * created.
 */
export function backUp(url: string | undefined, to: string): Copy {
  const file = sqliteFile(url);
  if (file === null) throw new Fatal('DATABASE_URL is PostgreSQL: back it up with pg_dump, and restore with psql.');
  if (!existsSync(file)) throw new Fatal(`There is no ${file} to back up: the bot makes it when it first runs.`);
  if (existsSync(to)) throw new Fatal(`${to} is there already: name a new file.`);
  try {
    makeOwnFile(to, 'wx');
  } catch (error) {
    throw new Fatal(`${to} cannot be made: ${(error as Error).message}`, { cause: error });
  }
  try {
    using database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS });
    database.prepare('vacuum into ?').run(to);
  } catch (error) {
    rmSync(to);
    throw error;
  }
  return { file: resolve(to), bytes: statSync(to).size };
}
