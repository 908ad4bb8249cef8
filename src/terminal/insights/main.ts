/** `npm run insights`: passes this process's arguments and streams to `run`, with the store of the running bot. */
import { existsSync } from 'node:fs';
import { readConfig } from '../../config/config.ts';
import { readEnvironment } from '../../config/environment.ts';
import { Fatal } from '../../config/fatal.ts';
import { createLog } from '../../config/log.ts';
import { printProblem } from '../../knowledge/problem.ts';
import { openStore, sqliteFile } from '../../store/open.ts';
import { start } from '../start.ts';
import { run } from './run.ts';

await start(async ({ open, now }) => {
  const { databaseUrl, keepDays } = readConfig(readEnvironment());
  const opened = await open();
  if (!opened.ok) {
    process.stderr.write(opened.problems.map((problem) => `${printProblem(problem)}\n`).join(''));
    return 1;
  }
  const file = sqliteFile(databaseUrl);
  if (file !== null && !existsSync(file))
    throw new Fatal(`There is no ${file} yet: the bot makes it when it first runs.`);
  const store = await openStore(databaseUrl, createLog('silent'));
  try {
    const context = { ...opened.snapshot, store, keepDays, now: now().getTime() };
    return await run(process.argv.slice(2), process.stdout, process.stderr, context);
  } finally {
    await store.destroy();
  }
});
