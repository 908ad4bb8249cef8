/** Opens the knowledge in a fresh process, and says how many milliseconds that took. */
import { join } from 'node:path';
import { openContext } from '../../src/snapshot/here.ts';

const ROOT = join(import.meta.dirname, '../..');

const began = performance.now();
const opened = await openContext({
  knowledge: join(ROOT, 'knowledge'),
  articles: undefined,
  cache: { folder: join(ROOT, 'data'), onMiss: () => undefined },
});
const took = performance.now() - began;
if (!opened.ok) throw new Error('The knowledge is not in order: npm run check says where.');
process.send?.(took);
