/** Run after an install: bundles the program, and reads the knowledge and fits its ranker, so that nobody waits for that. */
import { join } from 'node:path';
import { makeBundle } from './bundle/make.ts';
import { readAndKeep } from './open/read.ts';

const ROOT = join(import.meta.dirname, '..');

try {
  await makeBundle(ROOT);
} catch (error) {
  // Nobody is kept from installing, as the source itself runs as well.
  process.stderr.write(`The program is not bundled, so it starts more slowly: ${error}\n`);
}
// A broken knowledge is for `npm run check` and the start to tell of.
readAndKeep(join(ROOT, 'knowledge'), { folder: join(ROOT, 'data'), onMiss: () => undefined });
