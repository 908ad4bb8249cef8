/** `npm start`. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** `EX_SOFTWARE` of sysexits.h: a fault of the program, after which another start may do. 1 is a fault for a person. */
const CRASHED = 70;

process.on('uncaughtException', (error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(CRASHED);
});

// Modules as they were compiled before, types taken off: without it, most of a start goes into that. It has to be on
// before the first of them is loaded.
enableCompileCache(join(import.meta.dirname, '../data/compiled'));
await import('./start.ts');
