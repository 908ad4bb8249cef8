/** A thread that builds the material of a snapshot and hands it over, so that the thread that answers never waits. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Places } from './open.ts';

const { knowledge, cacheFolder, drafts } = workerData as Places;

// Before anything else is loaded, as in the program itself.
enableCompileCache(join(cacheFolder, 'compiled'));
const { build } = await import('./build.ts');
const { createCache } = await import('./cache.ts');

/** The memory of all typed arrays in a value: handed over, it need not be copied. */
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (Array.isArray(value)) {
    // Lists hold either arrays of numbers or none.
    if (typeof value[0] === 'object') for (const item of value) buffersIn(item, found);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Map)) {
    for (const part of Object.values(value)) buffersIn(part, found);
  }
  return found;
}

const failures: { reason: string; error: unknown }[] = [];
const cache = createCache(cacheFolder, (reason, error) => failures.push({ reason, error }));
const read = build(knowledge, cache, drafts);
parentPort?.postMessage({ read, failures }, read.ok ? [...buffersIn(read.material.fitted)] : []);
flushCompileCache();
