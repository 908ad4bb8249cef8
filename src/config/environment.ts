/** The environment, and the `.env` beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { Fatal } from './fatal.ts';

const FILE = join(import.meta.dirname, '../../.env');

/**
 * The environment's variables, and those of `.env` that it does not set.
 * @throws {Fatal} if there is a `.env` that cannot be read.
 */
export function readEnvironment(file = FILE): NodeJS.ProcessEnv {
  try {
    return { ...parse(readFileSync(file)), ...process.env };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { ...process.env };
    throw new Fatal(`.env cannot be read: ${message}`, { cause: error });
  }
}
