/** Opens the knowledge as the bot's start does, in a fresh process, and says how many milliseconds that took. */
import { join } from 'node:path';
import { createLog } from '../../src/log.ts';
import { openHere } from '../../src/open/beside.ts';

const ROOT = join(import.meta.dirname, '../..');

const began = performance.now();
const opened = openHere(
  { knowledge: join(ROOT, 'knowledge'), articles: undefined, cacheFolder: join(ROOT, 'data') },
  createLog('silent'),
);
const took = performance.now() - began;
if (!opened.ok) throw new Error('The knowledge is not in order: npm run check says where.');
process.send?.(took);
