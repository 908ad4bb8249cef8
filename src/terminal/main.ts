/** `npm run ask`: this process's arguments and streams, handed to `run`. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Before any other module is loaded: taking the types off and compiling is most of a start.
enableCompileCache(join(import.meta.dirname, '../../data/compiled'));
const { run } = await import('./run.ts');
const { start } = await import('./start.ts');

const terminal = { input: process.stdin, output: process.stdout, errors: process.stderr };

await start((program) => run(process.argv.slice(2), terminal, program));
