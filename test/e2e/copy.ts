/** A copy of the program, for tests that change its files. */
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** The folder of a copy, which goes when the test has finished. */
export async function copyOfProgram(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'parley-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const part of ['package.json', 'src', 'commands', 'knowledge']) {
    await cp(join(ROOT, part), join(root, part), { recursive: true });
  }
  // The fitted ranker, where it is there already, so that the copy need not fit it again.
  await cp(join(ROOT, 'data'), join(root, 'data'), { recursive: true, force: true });
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}
