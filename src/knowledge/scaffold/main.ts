/** `npm run new-article`: passes this process's arguments, streams and date to `run`. */
import { run } from './run.ts';

const today = new Date().toISOString().slice(0, 10);

process.exitCode = run(process.argv.slice(2), 'knowledge', today, process.stdout, process.stderr);
