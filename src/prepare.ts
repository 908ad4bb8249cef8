/** Runs after an install: fits the rankers, so that the first start does not have to. */
import { join } from 'node:path';
import { build } from './snapshot/build.ts';
import { createCache } from './snapshot/cache.ts';

const ROOT = join(import.meta.dirname, '..');

const warn = (reason: string) => process.stderr.write(`${reason}\n`);
// `npm run check` and the start report invalid knowledge.
await build(join(ROOT, 'knowledge'), createCache(join(ROOT, 'data'), warn));
