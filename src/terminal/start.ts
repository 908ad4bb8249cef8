/** What the terminal programs need from the machine: environment, files and log. */
import { join } from 'node:path';
import { destination } from 'pino';
import { commands } from '../../commands/index.ts';
import { endWithReader } from '../config/broken-pipe.ts';
import { readConfig } from '../config/config.ts';
import { readEnvironment } from '../config/environment.ts';
import { Fatal } from '../config/fatal.ts';
import { createLog, warnOnce } from '../config/log.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { logLeftOut } from '../snapshot/live.ts';
import { openSnapshot } from '../snapshot/open.ts';
import { servedIn } from '../snapshot/served.ts';
import type { Program } from './run.ts';

const ROOT = join(import.meta.dirname, '../..');

const PLACES = { knowledge: join(ROOT, 'knowledge'), cacheFolder: join(ROOT, 'data') };

/** The settings for a terminal, and a log; an error in Discord's settings does not matter. */
function settings() {
  const { ARTICLES_DIR, DRAFTS, LOG_LEVEL } = readEnvironment();
  const { logLevel, ...config } = readConfig({ ARTICLES_DIR, DRAFTS, LOG_LEVEL });
  // Standard output is only for answers.
  return { ...config, log: createLog(logLevel, destination({ fd: 2, sync: true })) };
}

function programOf(): Program {
  const { log, articlesDir: articles, servesDrafts: drafts } = settings();
  return {
    commands,
    open: async () => {
      const opened = await openSnapshot({ ...PLACES, articles, drafts }, warnOnce(log));
      if (opened.ok) logLeftOut(opened.snapshot.curated.leftOut, log);
      return opened;
    },
    onError: (id, err) => log.error({ id, err }, 'a command failed'),
    now: () => new Date(),
  };
}

/** Ends with the exit code of `run`; with 1 and a message if somebody has to fix something, such as the environment. */
async function endWith(run: () => number | Promise<number>): Promise<void> {
  endWithReader(process.stdout);
  try {
    process.exitCode = await run();
  } catch (error) {
    if (!(error instanceof Fatal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Runs a terminal program to its exit code. */
export const start = (run: (program: Program) => Promise<number>): Promise<void> => endWith(() => run(programOf()));

/** The same for a program that only reads the served knowledge, and so needs no ranker. */
export const startReading = (run: (knowledge: Knowledge) => number): Promise<void> =>
  endWith(() => {
    const { log, servesDrafts } = settings();
    return run(servedIn(PLACES, servesDrafts, warnOnce(log)));
  });
