/** `npm start`. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** `EX_SOFTWARE` of sysexits.h: a fault of the program, after which another start may do. 1 is a fault for a person. */
const CRASHED = 70;

process.on('uncaughtException', (error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(CRASHED);
});

const ROOT = join(import.meta.dirname, '..');
const PLACES = { knowledge: join(ROOT, 'knowledge'), cacheFolder: join(ROOT, 'data') };

// Modules as they were compiled before, types taken off: without it, most of a start goes into that. It has to be on
// before the first of them is loaded.
enableCompileCache(join(PLACES.cacheFolder, 'compiled'));
const { keptBundle } = await import('./bundle/kept.ts');
const bundle = keptBundle(ROOT);
const { run }: typeof import('./start.ts') = await (bundle ? import(bundle) : import('./start.ts'));
await run(PLACES);
