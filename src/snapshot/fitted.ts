/** The fitted ranker of a knowledge, kept on disk, so that a start need not wait for the fit. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { examplesOf } from '../search/labels.ts';
import { fitModels } from '../search/ranking/index.ts';
import { housedOf } from '../search/ranking/model.ts';
import { type Ranker, rankerWith } from '../search/ranking/rank.ts';
import { oncePer } from '../text/memoize.ts';
import { type Cache, cacheFile, cacheKey, keep, readKept, sourcesIn } from './cache.ts';
import { readRanker, writeFitted } from './ranker-file.ts';

/** What fits and reads: the engine, how words are read, and the file's format. */
const makers = () => [
  ...sourcesIn(join(import.meta.dirname, 'ranking')),
  ...['normalise.ts', 'kept.ts'].map((file) => join(import.meta.dirname, file)),
];

/** By what is fitted on, and not by the files that it was read from: an edited answer is no other fit. */
const keyOf = oncePer((knowledge: Knowledge) =>
  cacheKey([JSON.stringify(examplesOf(knowledge)), JSON.stringify([...knowledge.synonyms])], makers()),
);

const fileOf = (knowledge: Knowledge, cache: Pick<Cache, 'folder'>) => cacheFile(cache, 'ranker', keyOf(knowledge));

/** Whether the fitted ranker of a knowledge is kept. */
export const isFitted = (knowledge: Knowledge, cache: Pick<Cache, 'folder'>): boolean =>
  existsSync(fileOf(knowledge, cache));

/** Fits the ranker of a knowledge and keeps it, where none is kept. Never fails for the disk's sake. */
export function keepFitted(knowledge: Knowledge, cache: Cache): void {
  if (!isFitted(knowledge, cache)) fittedRanker(knowledge, cache);
}

/** The ranker of a knowledge: the kept one, or one fitted now and kept. Never fails for the disk's sake. */
export function fittedRanker(knowledge: Knowledge, cache: Cache): Ranker {
  const file = fileOf(knowledge, cache);
  const kept = readKept(file, cache, readRanker);
  if (kept) return kept;
  const { model, decision } = fitModels(examplesOf(knowledge), { synonyms: knowledge.synonyms });
  const { networks: _, ...rest } = model;
  const fitted = { model: rest, decision };
  const housed = housedOf(model);
  keep(file, cache, (draft) => writeFitted(draft, fitted, housed));
  return rankerWith(fitted, housed);
}
