/** The current snapshot: replaced as a whole if the knowledge changes, kept if the new knowledge is invalid. */
import type { Logger } from '../config/log.ts';
import { type Problem, printProblem } from '../knowledge/problem.ts';
import type { Opened, Snapshot } from './open.ts';

export interface Live {
  readonly current: () => Snapshot;
  /**
   * Opens the knowledge again and replaces the snapshot; if the knowledge is invalid, the old one stays and the log says
   * why. A call during a reload starts one more after it. Never rejects.
   */
  readonly reload: () => Promise<void>;
  /** Calls a listener after each replacement. */
  readonly onSwap: (listener: () => void) => void;
}

/** Logs the problems of drafts that are left out, except those logged before. */
export function logLeftOut(problems: readonly Problem[], log: Pick<Logger, 'warn'>, before: readonly Problem[] = []) {
  const known = new Set(before.map(printProblem));
  const lines = problems.map(printProblem).filter((line) => !known.has(line));
  for (const line of lines) log.warn(line);
  if (lines.length > 0)
    log.warn({ problems: lines.length }, 'a draft is invalid; it is left out, and the rest is served');
}

/** Serves `first` until a reload succeeds; `open` opens the knowledge as its files are now. */
export function createLive(first: Snapshot, open: () => Promise<Opened>, log: Logger): Live {
  let current = first;
  logLeftOut(first.curated.leftOut, log);
  let busy = false;
  let again = false;
  const listeners: (() => void)[] = [];
  const attempt = async () => {
    try {
      const opened = await open();
      if (opened.ok) {
        const { leftOut } = current.curated;
        current = opened.snapshot;
        logLeftOut(current.curated.leftOut, log, leftOut);
        log.info({ hash: current.knowledge.hash }, 'knowledge reloaded');
        for (const listener of listeners) listener();
        return;
      }
      for (const problem of opened.problems) log.error(printProblem(problem));
      log.error({ problems: opened.problems.length }, 'the new knowledge is invalid; the old one stays in use');
    } catch (err) {
      log.error({ err }, 'the new knowledge could not be read; the old one stays in use');
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
