/** The program, started by `start.js` if this version of Node can run it. */
import { join } from 'node:path';

/** `EX_SOFTWARE` of sysexits.h: a bug, after which a restart may help. 1 is for errors that a person has to fix. */
const CRASHED = 70;

process.on('uncaughtException', (error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(CRASHED);
});

const ROOT = join(import.meta.dirname, '..');
const PLACES = { knowledge: join(ROOT, 'knowledge'), cacheFolder: join(ROOT, 'data') };

// Loaded here, so that an error in it ends the same way.
const { run } = await import('./bot/start.ts');
await run(PLACES);
