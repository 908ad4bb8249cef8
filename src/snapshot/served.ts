/** The served knowledge, for programs that need no search. */
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
 * The served knowledge of a folder, cached or loaded now.
 * @throws {Fatal} with all its problems, one a line.
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
