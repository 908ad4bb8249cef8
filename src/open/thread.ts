/** A thread that reads the knowledge, and leaves its fitted ranker in the cache. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Places, Read } from './beside.ts';

const { knowledge: folder, cacheFolder } = workerData as Places;

// On before anything is loaded, as in the program itself.
enableCompileCache(join(cacheFolder, 'compiled'));
const [{ loadKnowledge }, { keepFitted }] = await Promise.all([
  import('../knowledge/load.ts'),
  import('../search/fitted.ts'),
]);

function read(): Read {
  const loaded = loadKnowledge(folder);
  if (!loaded.ok) return loaded;
  const { knowledge } = loaded;
  // What is not to be kept here comes up again where the ranker is opened for use, which has a log.
  keepFitted(knowledge, { folder: cacheFolder, onMiss: () => undefined });
  return { ok: true, knowledge };
}

parentPort?.postMessage(read());
flushCompileCache();
