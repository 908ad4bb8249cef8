/** A copy of the program, for tests that change its files. */
import { cp, glob, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { placeOf } from '../support/folder.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Copy extends AsyncDisposable {
  readonly root: string;
}

/** A copy that need not fit the ranker again, until it is disposed of. */
export async function copyOfProgram(): Promise<Copy> {
  const { folder: root, remove } = placeOf();
  for await (const part of glob(['package.json', 'src', 'commands', 'languages', 'knowledge', 'data/*.bin'], {
    cwd: ROOT,
  })) {
    await cp(join(ROOT, part), join(root, part), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return { root, [Symbol.asyncDispose]: async () => remove() };
}
