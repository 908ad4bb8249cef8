/** Reading the knowledge in a thread of its own, while people are being answered or the program is being loaded. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';

const THREAD = new URL('./thread.ts', import.meta.url);

/** Plain data, so that it can be handed to a thread. */
export interface Places {
  /** The folder of the knowledge. */
  readonly knowledge: string;
  /** Where the fitted ranker is kept, and modules as they were compiled. */
  readonly cacheFolder: string;
}

export type Read =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The knowledge, whose fitted ranker is in the cache by then, so that nobody waits for the fit.
 * Rejects where it cannot be read at all.
 */
export async function readBeside(places: Places): Promise<Read> {
  const [read] = await once(new Worker(THREAD, { workerData: places }), 'message');
  return read;
}
