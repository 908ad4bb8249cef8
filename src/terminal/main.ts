/** `npm run ask`: passes this process's arguments and streams to `run`. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Runs before any other module is loaded: stripping types and compiling take most of the start.
enableCompileCache(join(import.meta.dirname, '../../data/compiled'));
const { run } = await import('./run.ts');
const { start } = await import('./start.ts');

const terminal = { input: process.stdin, output: process.stdout, errors: process.stderr };

await start((program) => run(process.argv.slice(2), terminal, program));
