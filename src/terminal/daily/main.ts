/** `npm run daily`: passes this process's arguments and streams to `run`. */
import { startReading } from '../start.ts';
import { run } from './run.ts';

await startReading((knowledge) =>
  run(process.argv.slice(2), process.stdout, process.stderr, { knowledge, now: Date.now() }),
);
