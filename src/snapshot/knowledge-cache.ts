/** Knowledge that was read and found whole before: reading it again would take a hundred times as long. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readFiles } from '../knowledge/files.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Cache, cacheFile, cacheKey, keep, readKept, sourcesIn } from './cache.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What reads the files: the sources here, how words are read, and the packages, by their versions. */
const readers = () => [
  ...sourcesIn(import.meta.dirname),
  join(ROOT, 'src/text/normalise.ts'),
  join(ROOT, 'package.json'),
];

const fileOf = (hash: string, cache: Cache) => cacheFile(cache, 'knowledge', cacheKey([hash], readers()));

/** The knowledge in a folder, where it is kept as its files are now; else undefined. Throws where they cannot be read. */
export function keptKnowledge(folder: string, cache: Cache): Knowledge | undefined {
  // What is wrong with the folder is told where it is read.
  if (!existsSync(folder)) return undefined;
  const { hash } = readFiles(folder);
  return readKept(fileOf(hash, cache), cache, (file) => {
    const knowledge = deserialize(readFileSync(file)) as Partial<Knowledge> | undefined;
    if (knowledge?.hash !== hash) throw new Error('the file is not the knowledge');
    return knowledge as Knowledge;
  });
}

/** Keeps knowledge for the next start, in place of a file that could not be read. Never throws. */
export function keepKnowledge(knowledge: Knowledge, cache: Cache): void {
  keep(fileOf(knowledge.hash, cache), cache, (draft) => writeFileSync(draft, serialize(knowledge)));
}
