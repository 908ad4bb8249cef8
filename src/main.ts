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
const { readBeside } = await import('./open/beside.ts');
// Where it is not kept, a thread reads the knowledge while this one loads the rest of the program.
const first = readBeside(PLACES);
// Told where it is waited for.
first.catch(() => undefined);
const { run } = await import('./start.ts');
await run(PLACES, first);
