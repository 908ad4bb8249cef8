import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every file under a knowledge folder, as it stands there. */
export interface Files {
  /** Its text by its path inside the folder with forward slashes, in alphabetical order. */
  readonly texts: ReadonlyMap<string, string>;
  /** SHA-256 over the sorted paths and contents. */
  readonly hash: string;
}

/** Reads a knowledge folder whole. Files that begin with a dot are an editor's or the system's and are passed by. */
export function readFiles(folder: string): Files {
  const texts = new Map<string, string>();
  const hash = createHash('sha256');
  for (const file of pathsUnder(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    // Lengths before contents: no two different folders give the same bytes.
    hash.update(`${file}\n${text.length}\n${text}\n`);
    texts.set(file, text);
  }
  return { texts, hash: hash.digest('hex') };
}

function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
