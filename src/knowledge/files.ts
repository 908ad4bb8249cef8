import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Texts by their paths inside the knowledge's folder, with forward slashes. */
export type Texts = ReadonlyMap<string, string>;

/** One folder of the knowledge: an article's or the languages'; or the files beside the folders. */
export interface Folder {
  /** In alphabetical order. */
  readonly texts: Texts;
  /** SHA-256 over the paths and contents. */
  readonly hash: string;
}

/** Every file under a knowledge folder, unparsed. */
export interface Files {
  /** By the name of the folder; empty for the files beside the folders. */
  readonly folders: ReadonlyMap<string, Folder>;
  /** SHA-256 over all. */
  readonly hash: string;
}

/** The name of a file's folder; empty for a file beside the folders. */
export const nameOfFolder = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

function hashOf(contents: Iterable<readonly [string, string]>): string {
  const hash = createHash('sha256');
  // Lengths precede contents, so that no two different folders give the same bytes.
  for (const [name, content] of contents) hash.update(`${name}\n${content.length}\n${content}\n`);
  return hash.digest('hex');
}

/** Texts as files, folder by folder. */
export function filesOf(texts: Texts): Files {
  const sorted = [...texts].sort(([one], [other]) => (one < other ? -1 : 1));
  const folders = new Map(
    [...Map.groupBy(sorted, ([file]) => nameOfFolder(file))].map(([name, theirs]) => [
      name,
      { texts: new Map(theirs), hash: hashOf(theirs) },
    ]),
  );
  return { folders, hash: hashOf([...folders].map(([name, { hash }]) => [name, hash])) };
}

/** Reads a whole knowledge folder. Files that begin with a dot belong to an editor or the system, and are ignored. */
export function readFiles(folder: string): Files {
  return filesOf(new Map(pathsUnder(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')])));
}

function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
