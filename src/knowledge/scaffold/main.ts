/** `npm run new-article`: passes this process's arguments and streams to `run`. */
import { run } from './run.ts';

process.exitCode = run(process.argv.slice(2), 'knowledge', process.stdout, process.stderr);
