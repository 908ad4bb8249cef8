import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** In memory where there is such a place: nothing of a test has to outlive the machine. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** An empty folder, and what removes it. */
export function placeOf(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(PLACE, 'parley-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** An empty folder of the test's own, which goes when the test has finished. */
export function emptyFolder(): string {
  const { folder, remove } = placeOf();
  onTestFinished(remove);
  return folder;
}
