/** The snapshot while the program runs: replaced as a whole if the knowledge changes, kept if the new one is broken. */
import type { Logger } from '../config/log.ts';
import { printProblem } from '../knowledge/problem.ts';
import type { Opened, Snapshot } from './open.ts';

export interface Live {
  readonly current: () => Snapshot;
  /**
   * Opens the knowledge anew beside the old and replaces it; if the new one is broken, the old stays and the log says why.
   * Asked for while it is at work, it opens once more. Never rejects.
   */
  readonly reload: () => Promise<void>;
  /** Calls a listener each time that another snapshot has taken the place of the old one. */
  readonly onSwap: (listener: () => void) => void;
}

export function createLive(first: Snapshot, open: () => Promise<Opened>, log: Logger): Live {
  let current = first;
  let busy = false;
  let again = false;
  const listeners: (() => void)[] = [];
  const attempt = async () => {
    try {
      const opened = await open();
      if (opened.ok) {
        current = opened.snapshot;
        log.info({ hash: current.knowledge.hash }, 'knowledge reloaded');
        for (const listener of listeners) listener();
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
    onSwap: (listener) => void listeners.push(listener),
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
