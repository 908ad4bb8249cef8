/** A copy of the program, for tests that change its files. */
import { cp, glob, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placeOf } from '../support/folder.ts';

const ROOT = join(import.meta.dirname, '../..');

/** So many ways to ask are left of each entry: a ranker of few is fitted in a second, and knows the canonical questions. */
const LEFT = 12;

export interface Copy extends AsyncDisposable {
  readonly root: string;
}

/** The first items of each list of a YAML file that has an item a line. */
function thinned(yaml: string): string {
  let items = 0;
  const isLeft = (line: string) => {
    items = /^\s*- /.test(line) ? items + 1 : 0;
    return items <= LEFT;
  };
  return yaml.split('\n').filter(isLeft).join('\n');
}

/** A copy with few ways to ask, so that it is fitted soon, until it is disposed of. */
export async function copyOfProgram(): Promise<Copy> {
  const { folder: root, remove } = placeOf();
  for (const part of ['package.json', 'src', 'commands', 'languages', 'knowledge'])
    await cp(join(ROOT, part), join(root, part), { recursive: true });
  for await (const file of glob('knowledge/**/{phrasings/*,outside,small-talk}.yaml', { cwd: root })) {
    await writeFile(join(root, file), thinned(await readFile(join(root, file), 'utf8')));
  }
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return { root, [Symbol.asyncDispose]: async () => remove() };
}
