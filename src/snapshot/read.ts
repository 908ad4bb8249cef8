/** Reading the knowledge's files. */

import type { Knowledge } from '../knowledge/knowledge.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { Problem } from '../knowledge/problem.ts';
import type { Cache } from './cache.ts';
import { keepFitted } from './fitted.ts';
import { keepKnowledge } from './knowledge-cache.ts';

/** Plain data, so that a thread can hand it over. */
export type Read =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the knowledge in a folder, and keeps it and its fitted ranker for the next start; or all that is wrong with it. */
export function readAndKeep(folder: string, cache: Cache): Read {
  const loaded = loadKnowledge(folder);
  if (!loaded.ok) return loaded;
  const { knowledge } = loaded;
  keepKnowledge(knowledge, cache);
  keepFitted(knowledge, cache);
  return { ok: true, knowledge };
}
