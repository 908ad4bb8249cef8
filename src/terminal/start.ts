/** What `ask` and `eval` need from the machine: environment, files and log. */
import { join } from 'node:path';
import { destination } from 'pino';
import { commands } from '../../commands/index.ts';
import { endWithReader } from '../config/broken-pipe.ts';
import { readConfig } from '../config/config.ts';
import { readEnvironment } from '../config/environment.ts';
import { Fatal } from '../config/fatal.ts';
import { createLog, warnOnce } from '../config/log.ts';
import { logLeftOut } from '../snapshot/live.ts';
import { openSnapshot } from '../snapshot/open.ts';
import type { Program } from './run.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Only the settings for a terminal, so that an error in Discord's settings does not matter. */
function settings() {
  const { ARTICLES_DIR, DRAFTS, LOG_LEVEL } = readEnvironment();
  return readConfig({ ARTICLES_DIR, DRAFTS, LOG_LEVEL });
}

function programOf(): Program {
  const { logLevel, articlesDir: articles, servesDrafts: drafts } = settings();
  // Standard output is only for answers.
  const log = createLog(logLevel, destination({ fd: 2, sync: true }));
  return {
    commands,
    open: async () => {
      const places = { knowledge: join(ROOT, 'knowledge'), cacheFolder: join(ROOT, 'data'), articles, drafts };
      const opened = await openSnapshot(places, warnOnce(log));
      if (opened.ok) logLeftOut(opened.snapshot.curated.leftOut, log);
      return opened;
    },
    onError: (id, err) => log.error({ id, err }, 'a command failed'),
    now: () => new Date(),
  };
}

/**
 * Runs a terminal program to its exit code; 1 with a message if the operator has to fix something, such as the
 * environment.
 */
export async function start(run: (program: Program) => Promise<number>): Promise<void> {
  endWithReader(process.stdout);
  try {
    process.exitCode = await run(programOf());
  } catch (error) {
    if (!(error instanceof Fatal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
