/** `npm run daily`: passes this process's arguments and streams to `run`. It only reads the knowledge, and fits nothing. */

import { join } from 'node:path';
import { endWithReader } from '../../config/broken-pipe.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { printProblem } from '../../knowledge/problem.ts';
import { run } from './run.ts';

endWithReader(process.stdout);
const loaded = loadKnowledge(join(import.meta.dirname, '../../../knowledge'));
if (loaded.ok) {
  const context = { knowledge: loaded.knowledge, now: Date.now() };
  process.exitCode = run(process.argv.slice(2), process.stdout, process.stderr, context);
} else {
  process.stderr.write(loaded.problems.map((problem) => `${printProblem(problem)}\n`).join(''));
  process.exitCode = 1;
}
