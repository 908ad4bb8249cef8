import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** In memory if possible: a test's files need not survive a restart. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** An empty folder, and a function that removes it. */
export function placeOf(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(PLACE, 'parley-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** An empty folder for the test, which is removed when it has finished. */
export function emptyFolder(): string {
  const { folder, remove } = placeOf();
  onTestFinished(remove);
  return folder;
}
