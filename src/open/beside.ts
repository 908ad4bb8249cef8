/** Opening the knowledge, also while people are being answered. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Logger } from '../log.ts';
import { type Opened, openContext } from './context.ts';

const THREAD = new URL('./thread.ts', import.meta.url);

/** Plain data, so that it can be handed to a thread. */
export interface Opening {
  readonly knowledge: string;
  readonly articles: string | undefined;
  readonly cacheFolder: string;
}

/** Opens in this thread, which takes seconds where the ranker has to be fitted. */
export function openHere({ knowledge, articles, cacheFolder }: Opening, log: Logger): Opened {
  const onMiss = (reason: string, err: unknown) => log.debug({ err }, reason);
  return openContext({ knowledge, articles, cache: { folder: cacheFolder, onMiss } });
}

/**
 * Opens with the ranker fitted beforehand in a thread of its own, so that nobody waits for the fit.
 * Rejects where the knowledge cannot be read at all.
 */
export async function openBeside(opening: Opening, log: Logger): Promise<Opened> {
  await once(new Worker(THREAD, { workerData: opening }), 'exit');
  return openHere(opening, log);
}
