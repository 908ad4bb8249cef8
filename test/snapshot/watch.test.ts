import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { watchFolder } from '../../src/snapshot/watch.ts';
import { emptyFolder } from '../support/folder.ts';

/** A watched folder with a file in it, and how often it was said to have changed. */
async function watched() {
  const folder = join(emptyFolder(), 'knowledge');
  mkdirSync(join(folder, 'article'), { recursive: true });
  writeFileSync(join(folder, 'article/x.yaml'), 'a: 1');
  const seen = { times: 0 };
  const stop = await watchFolder(folder, () => void seen.times++, createLog('silent'));
  onTestFinished(stop);
  return { folder, seen };
}

test('a changed file is seen, however deep', async () => {
  const { folder, seen } = await watched();
  writeFileSync(join(folder, 'article/x.yaml'), 'a: 2');
  await expect.poll(() => seen.times).toBe(1);
});

test('a folder replaced by a rename, as deployments do, is seen, and so is each edit after it', async () => {
  const { folder, seen } = await watched();
  renameSync(folder, `${folder}-before`);
  cpSync(`${folder}-before`, folder, { recursive: true });
  await expect.poll(() => seen.times).toBeGreaterThan(0);
  const before = seen.times;
  writeFileSync(join(folder, 'article/x.yaml'), 'a: 3');
  await expect.poll(() => seen.times).toBeGreaterThan(before);
});

test('what changes beside the folder is nothing to it', async () => {
  const { folder, seen } = await watched();
  writeFileSync(join(folder, '../beside.yaml'), 'a: 1');
  writeFileSync(join(folder, 'y.yaml'), 'a: 1');
  await expect.poll(() => seen.times).toBe(1);
});
