/** `npm run ask`: this process's arguments and streams, handed to `run`. */
import { run } from './run.ts';
import { start } from './start.ts';

const terminal = { input: process.stdin, output: process.stdout, errors: process.stderr };

await start((program) => run(process.argv.slice(2), terminal, program));
