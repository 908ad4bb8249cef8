/** Reading the knowledge while people are being answered: in a thread of its own, where it is not kept. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { isFitted } from './fitted.ts';
import { keptKnowledge } from './knowledge-cache.ts';
import type { Read } from './read.ts';

const THREAD = new URL('./worker.ts', import.meta.url);

/** Plain data, so that it can be handed to a thread. */
export interface Places {
  /** The folder of the knowledge. */
  readonly knowledge: string;
  /** Where the knowledge and its fitted ranker are kept, and modules as they were compiled. */
  readonly cacheFolder: string;
}

/**
 * The knowledge: kept as it was read before, or read in a thread, which leaves it and its fitted ranker in the cache, so
 * that nobody waits for the fit. Rejects where it cannot be read at all.
 */
export async function readBeside(places: Places): Promise<Read> {
  const cache = { folder: places.cacheFolder, onMiss: () => undefined };
  const kept = keptKnowledge(places.knowledge, cache);
  if (kept && isFitted(kept, cache)) return { ok: true, knowledge: kept };
  const [read] = await once(new Worker(THREAD, { workerData: places }), 'message');
  return read;
}
