/** Gathers what is asked and writes it down together: a file that waits for its disk is written once, not for each. */
import type { Asked } from './record.ts';

/** At the latest so long after it was asked, a question is written down; gathered longer, the writing holds up answers. */
const GATHERED_MS = 250;
/** What cannot be written is tried again so often, until it is so old. */
const AGAIN_MS = 1000;
const KEPT_MS = 60_000;

export interface Recorder {
  readonly add: (asked: Asked) => void;
  /** Does some writing after all before it, and settles as that does. */
  readonly enqueue: <Done>(work: () => Promise<Done>) => Promise<Done>;
  /** Writes down what is gathered; resolves when that and all before it is written, or has failed. */
  readonly flush: () => Promise<void>;
}

/**
 * `write` gets what has gathered, all of it again if it fails. `onFailure` is told of the first failure, and whenever
 * so many questions are `lost`, as they could not be written for too long.
 */
export function createRecorder(
  write: (asked: readonly Asked[]) => Promise<void>,
  onFailure: (error: unknown, lost: number) => void,
): Recorder {
  let gathered: { readonly asked: Asked; readonly at: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  let isFailing = false;
  const enqueue = <Done>(work: () => Promise<Done>): Promise<Done> => {
    const done = writing.then(work);
    // Whoever asked for it hears of its failure; what comes after it is done all the same.
    writing = done.catch(() => undefined);
    return done;
  };
  const writeAll = async () => {
    const batch = gathered;
    gathered = [];
    if (batch.length === 0) return;
    try {
      await write(batch.map(({ asked }) => asked));
      isFailing = false;
    } catch (error) {
      const young = batch.filter(({ at }) => Date.now() - at < KEPT_MS);
      const lost = batch.length - young.length;
      if (!isFailing || lost > 0) onFailure(error, lost);
      isFailing = true;
      gathered = [...young, ...gathered];
      timer ??= setTimeout(flush, AGAIN_MS);
    }
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    return enqueue(writeAll);
  };
  return {
    add: (asked) => {
      gathered.push({ asked, at: Date.now() });
      timer ??= setTimeout(flush, GATHERED_MS);
    },
    enqueue,
    flush,
  };
}
