/** A copy of the program, for tests that change its files. */
import { cp, glob, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { writeKnowledgeTo } from '../knowledge/fixture.ts';
import { placeOf } from '../support/folder.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Copy extends AsyncDisposable {
  readonly root: string;
}

const PROGRAM = ['package.json', 'src', 'commands', 'languages'];
/** With what is cached of it, so that it need not be fitted again. */
const OWN_KNOWLEDGE = ['knowledge', 'data/*.bin'];

/** A copy until it is disposed of, with its own knowledge, or with a small one that is fitted in no time after each change. */
export async function copyOfProgram(knowledge: 'own' | 'small' = 'own'): Promise<Copy> {
  const { folder: root, remove } = placeOf();
  for await (const part of glob([...PROGRAM, ...(knowledge === 'own' ? OWN_KNOWLEDGE : [])], { cwd: ROOT })) {
    await cp(join(ROOT, part), join(root, part), { recursive: true });
  }
  if (knowledge === 'small') writeKnowledgeTo(join(root, 'knowledge'));
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return { root, [Symbol.asyncDispose]: async () => remove() };
}
