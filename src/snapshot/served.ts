/** The knowledge that people are answered from, for whoever needs no search. */
import { existsSync } from 'node:fs';
import { Fatal } from '../config/fatal.ts';
import { readFiles } from '../knowledge/files.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { printProblem } from '../knowledge/problem.ts';
import { createCache, type OnCacheFailure } from './cache.ts';
import { type CachedKnowledge, knowledgeKey, servedOf } from './material.ts';
import type { Places } from './open.ts';

/**
 * The knowledge in a folder, from the cache or loaded anew.
 * @throws {Fatal} with every line of what is wrong with it.
 */
export function servedIn(
  { knowledge: folder, cacheFolder }: Pick<Places, 'knowledge' | 'cacheFolder'>,
  drafts: boolean,
  onCacheFailure: OnCacheFailure,
): Knowledge {
  const cached = existsSync(folder)
    ? createCache(cacheFolder, onCacheFailure).read<CachedKnowledge>(
        'knowledge',
        knowledgeKey(readFiles(folder).hash, drafts),
      )
    : undefined;
  if (cached) return servedOf(cached.knowledge, drafts);
  const loaded = loadKnowledge(folder);
  if (!loaded.ok) throw new Fatal(loaded.problems.map(printProblem).join('\n'));
  return servedOf(loaded.knowledge, drafts);
}
