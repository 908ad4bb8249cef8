/** A worker thread that builds the material of a snapshot, so that the thread that answers is not blocked. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Places } from './open.ts';
import { transferable } from './transferable.ts';

const { knowledge, cacheFolder, drafts } = workerData as Places;

// Before other modules are loaded, as in src/start.js.
enableCompileCache(join(cacheFolder, 'compiled'));
const { build } = await import('./build.ts');
const { createCache } = await import('./cache.ts');

const failures: { reason: string; error: unknown }[] = [];
const cache = createCache(cacheFolder, (reason, error) => failures.push({ reason, error }));
const read = await build(knowledge, cache, drafts);
parentPort?.postMessage(
  { read, failures },
  read.ok ? [...transferable([read.material.models, read.material.languages])] : [],
);
flushCompileCache();
