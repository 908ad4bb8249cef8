/** A copy of the program, for tests that change its files. */
import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { placeOf } from '../support/folder.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Copy extends AsyncDisposable {
  readonly root: string;
}

const PROGRAM = ['package.json', 'src', 'commands', 'languages'];

/** A copy of the program, with a knowledge that is small enough to be fitted in no time, until it is disposed of. */
export async function copyOfProgram(writeKnowledge: (folder: string) => void): Promise<Copy> {
  const { folder: root, remove } = placeOf();
  for (const part of PROGRAM) await cp(join(ROOT, part), join(root, part), { recursive: true });
  writeKnowledge(join(root, 'knowledge'));
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return { root, [Symbol.asyncDispose]: async () => remove() };
}
