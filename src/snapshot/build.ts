import { loadKnowledge } from '../knowledge/load.ts';
import { examplesOf } from '../search/labels.ts';
import { type Fitted, fitModels } from '../search/ranking/index.ts';
import type { Cache } from './cache.ts';
import { fitKey, type Read } from './material.ts';

/**
 * Loads the knowledge in a folder and fits its ranker, which takes seconds if none is cached; both are cached.
 * Throws if the folder cannot be read at all.
 */
export function build(folder: string, cache: Cache): Read {
  const loaded = loadKnowledge(folder);
  if (!loaded.ok) return loaded;
  const { knowledge } = loaded;
  cache.write('knowledge', knowledge.hash, knowledge);
  const key = fitKey(knowledge);
  const cached = cache.read<Fitted>('ranker', key);
  const fitted = cached ?? fitModels(examplesOf(knowledge), { synonyms: knowledge.synonyms });
  if (!cached) cache.write('ranker', key, fitted);
  return { ok: true, material: { knowledge, fitted } };
}
