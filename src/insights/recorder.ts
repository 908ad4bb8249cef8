/** Collects questions and writes them in batches, so that the database waits for the disk once a batch. */
import type { Asked } from './record.ts';

/** The longest time before a question is written; larger batches would delay answers while they are written. */
const GATHERED_MS = 250;
/** The interval of retries for a failed write, and the age at which it is dropped. */
const AGAIN_MS = 1000;
const KEPT_MS = 60_000;

export interface Recorder {
  readonly add: (asked: Asked) => void;
  /** Runs a write after all earlier ones, and settles with its result. */
  readonly enqueue: <Done>(work: () => Promise<Done>) => Promise<Done>;
  /** Writes what is collected; resolves when that and everything before it is written, or has failed. */
  readonly flush: () => Promise<void>;
}

/**
 * `write` gets what is collected, and all of it again if it fails. `onFailure` is called for the first failure, and
 * whenever questions are `lost` because they could not be written for too long.
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
    // The caller gets the failure; later writes still run.
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
