/** A thread that reads the knowledge, and leaves it and its fitted ranker in the cache. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Places } from './beside.ts';

const { knowledge, cacheFolder } = workerData as Places;

// On before anything is loaded, as in the program itself.
enableCompileCache(join(cacheFolder, 'compiled'));
const { readAndKeep } = await import('./read.ts');
// What is not to be kept here comes up again where the ranker is opened for use, which has a log.
parentPort?.postMessage(readAndKeep(knowledge, { folder: cacheFolder, onMiss: () => undefined }));
flushCompileCache();
