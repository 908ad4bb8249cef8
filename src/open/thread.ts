/** A thread that opens the knowledge once, for the fitted ranker that it leaves in the cache. */
import { workerData } from 'node:worker_threads';
import type { Opening } from './beside.ts';
import { openContext } from './context.ts';

const { knowledge, articles, cacheFolder } = workerData as Opening;
// What is not to be read or kept here comes up again where the knowledge is opened for use, which has a log.
openContext({ knowledge, articles, cache: { folder: cacheFolder, onMiss: () => undefined } });
