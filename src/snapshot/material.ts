/** What a snapshot is made of, as plain data that can be handed from one thread to another. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFiles } from '../knowledge/files.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import { examplesOf } from '../search/labels.ts';
import type { Fitted } from '../search/ranking/index.ts';
import type { Cache } from './cache.ts';

export interface Material {
  readonly knowledge: Knowledge;
  readonly fitted: Fitted;
}

/** The material in a folder, or all that is wrong with the knowledge there. */
export type Read =
  | { readonly ok: true; readonly material: Material }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a ranker is fitted on, as a hash: an edited answer needs no other fit. */
export function fitKey(knowledge: Knowledge): string {
  const fittedOn = JSON.stringify([examplesOf(knowledge), [...knowledge.synonyms]]);
  return createHash('sha256').update(fittedOn).digest('hex');
}

/** The material of a folder as its files are now, if all of it is cached. Throws if they cannot be read. */
export function readCached(folder: string, cache: Cache): Material | undefined {
  // What is wrong with the folder is told by whoever loads it.
  if (!existsSync(folder)) return undefined;
  const knowledge = cache.read<Knowledge>('knowledge', readFiles(folder).hash);
  const fitted = knowledge && cache.read<Fitted>('ranker', fitKey(knowledge));
  return fitted && { knowledge, fitted };
}
