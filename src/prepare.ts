/** Run after an install: reads the knowledge and fits its ranker, so that the first start does not wait for that. */
import { join } from 'node:path';
import { readAndKeep } from './snapshot/read.ts';

const ROOT = join(import.meta.dirname, '..');

// A broken knowledge is for `npm run check` and the start to tell of.
readAndKeep(join(ROOT, 'knowledge'), { folder: join(ROOT, 'data'), onMiss: () => undefined });
