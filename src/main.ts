/** The program, once `start.js` has seen that this Node can run it. */
import { join } from 'node:path';

/** `EX_SOFTWARE` of sysexits.h: a fault of the program, after which another start may do. 1 is a fault for a person. */
const CRASHED = 70;

process.on('uncaughtException', (error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(CRASHED);
});

const ROOT = join(import.meta.dirname, '..');
const PLACES = { knowledge: join(ROOT, 'knowledge'), cacheFolder: join(ROOT, 'data') };

// Loaded here, so that a fault in it ends the same way.
const { run } = await import('./bot/start.ts');
await run(PLACES);
