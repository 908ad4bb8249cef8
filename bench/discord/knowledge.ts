/** Opens the knowledge in a fresh process, and reports how many milliseconds that took. */
import { join } from 'node:path';
import { openSnapshot } from '../../src/snapshot/open.ts';

const ROOT = join(import.meta.dirname, '../..');

const began = performance.now();
const opened = await openSnapshot(
  { knowledge: join(ROOT, 'knowledge'), cacheFolder: join(ROOT, 'data'), articles: undefined },
  () => undefined,
);
const took = performance.now() - began;
if (!opened.ok) throw new Error('The knowledge is not in order: npm run check says where.');
process.send?.(took);
