/** Run after an install: fits the knowledge's ranker, so that the first start does not wait for that. */
import { join } from 'node:path';
import { build } from './snapshot/build.ts';
import { createCache } from './snapshot/cache.ts';

const ROOT = join(import.meta.dirname, '..');

const warn = (reason: string) => process.stderr.write(`${reason}\n`);
// A broken knowledge is for `npm run check` and the start to tell of.
await build(join(ROOT, 'knowledge'), createCache(join(ROOT, 'data'), warn));
