/** The knowledge while the program runs: reloaded when its files change, swapped whole, kept where the new is broken. */
import { watch } from 'node:fs';
import type { Logger } from '../config/log.ts';
import { printProblem } from '../knowledge/problem.ts';
import type { Opened } from './context.ts';

type Current = Extract<Opened, { ok: true }>['context'];

export interface Live {
  readonly current: () => Current;
  /**
   * Builds the knowledge anew beside the old and swaps it in; where it is broken, the old stays and the log says why.
   * Asked for while it is at work, it goes over it once more. Never rejects.
   */
  readonly reload: () => Promise<void>;
}

export function createLive(first: Current, open: () => Promise<Opened>, log: Logger): Live {
  let current = first;
  let busy = false;
  let again = false;
  const attempt = async () => {
    try {
      const opened = await open();
      if (opened.ok) {
        current = opened.context;
        log.info({ hash: current.knowledge.hash }, 'knowledge reloaded');
        return;
      }
      for (const problem of opened.problems) log.error(printProblem(problem));
      log.error({ problems: opened.problems.length }, 'the knowledge is broken; the old one stays');
    } catch (err) {
      log.error({ err }, 'the knowledge could not be read; the old one stays');
    }
  };
  return {
    current: () => current,
    reload: async () => {
      again = true;
      if (busy) return;
      busy = true;
      while (again) {
        again = false;
        await attempt();
      }
      busy = false;
    },
  };
}

/** Editors and `git pull` write in several steps; this much quiet ends them. */
const QUIET_MS = 200;

/** Calls `onChange` once the files under a folder have changed and come to rest. Gives what ends it. */
export function watchFolder(folder: string, onChange: () => void, log: Logger): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_MS);
  });
  watcher.on('error', (err) => log.warn({ err }, 'changes of the knowledge are no longer seen; SIGHUP reloads it'));
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
