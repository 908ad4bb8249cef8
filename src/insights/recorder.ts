/** Gathers what is asked and writes it down together: a file that waits for its disk is written once, not for each. */
import type { Asked } from './record.ts';

/** At the latest so long after it was asked, a question is written down; gathered longer, the writing holds up answers. */
const GATHERED_MS = 250;

export interface Recorder {
  readonly add: (asked: Asked) => void;
  /** Does some writing after all before it, and settles as that does. */
  readonly enqueue: (work: () => Promise<void>) => Promise<void>;
  /** Writes down what is gathered; resolves when that and all before it is written. */
  readonly flush: () => Promise<void>;
}

/** `write` gets what has gathered; where it fails, `onError` is told, and what it was given is not kept. */
export function createRecorder(
  write: (asked: readonly Asked[]) => Promise<void>,
  onError: (error: unknown) => void,
): Recorder {
  let gathered: Asked[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  const enqueue = (work: () => Promise<void>) => {
    const done = writing.then(work);
    // Whoever asked for it hears of its failure; what comes after it is done all the same.
    writing = done.catch(() => undefined);
    return done;
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const asked = gathered;
    gathered = [];
    if (asked.length > 0) enqueue(() => write(asked)).catch(onError);
    return writing;
  };
  return {
    add: (asked) => {
      gathered.push(asked);
      timer ??= setTimeout(flush, GATHERED_MS);
    },
    enqueue,
    flush,
  };
}
