/** `npm run eval`: passes this process's arguments and streams to `run`. */
import { printProblem } from '../../knowledge/problem.ts';
import { start } from '../start.ts';
import { run } from './run.ts';

await start(async ({ open, ...program }) => {
  const opened = await open();
  if (!opened.ok) {
    process.stderr.write(opened.problems.map((problem) => `${printProblem(problem)}\n`).join(''));
    return 1;
  }
  const context = { ...opened.snapshot, now: program.now() };
  return run(process.argv.slice(2), process.stdout, process.stderr, { ...program, context });
});
