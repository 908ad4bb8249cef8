/** Run after an install: reads the knowledge, fits the ranker and keeps both, so that the first question need not wait. */
import { join } from 'node:path';
import { readAndKeep } from './open/read.ts';

const ROOT = join(import.meta.dirname, '..');

// A broken knowledge is for `npm run check` and the start to tell of; it keeps nobody from installing what mends it.
readAndKeep(join(ROOT, 'knowledge'), { folder: join(ROOT, 'data'), onMiss: () => undefined });
