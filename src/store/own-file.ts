import { closeSync, openSync } from 'node:fs';

/**
 * Makes an empty file, where there is none, that its owner alone may read; what SQLite makes beside it is as private.
 * `'wx'` throws where there is one.
 */
export function makeOwnFile(path: string, flag: 'a' | 'wx'): void {
  closeSync(openSync(path, flag, 0o600));
}
