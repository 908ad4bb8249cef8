/** Run after an install: fits the ranker and keeps it, so that the first question need not wait for that. */
import { join } from 'node:path';
import { loadKnowledge } from './knowledge/load.ts';
import { keepFitted } from './search/fitted.ts';

const ROOT = join(import.meta.dirname, '..');

const loaded = loadKnowledge(join(ROOT, 'knowledge'));
// A broken knowledge is for `npm run check` and the start to tell of; it keeps nobody from installing what mends it.
if (loaded.ok) keepFitted(loaded.knowledge, { folder: join(ROOT, 'data'), onMiss: () => undefined });
