/** The program in a few files, as it was bundled after an install. It is used as long as it is of the source as it stands. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What is bundled: the folders of the program, and which packages are installed. */
const FOLDERS = ['src', 'commands'];
const FILES = ['package.json', 'node_modules/.package-lock.json'];

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The folder of the bundle of a program's source as it stands under `root`, whether it is made or not. */
export function bundleFolder(root: string): string {
  const hash = createHash('sha256');
  const files = [...FOLDERS.flatMap((name) => filesIn(join(root, name))), ...FILES.map((name) => join(root, name))];
  for (const file of files.filter((file) => existsSync(file)).sort()) {
    const bytes = readFileSync(file);
    hash.update(`${relative(root, file)}\n${bytes.length}\n`).update(bytes);
  }
  return join(root, 'dist', hash.digest('hex').slice(0, 32));
}

/** Where the bundle of a program's source as it stands is to be imported from; undefined where none is made of it. */
export function keptBundle(root: string): string | undefined {
  const file = join(bundleFolder(root), 'start.js');
  return existsSync(file) ? pathToFileURL(file).href : undefined;
}
