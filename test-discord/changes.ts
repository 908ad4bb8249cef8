/** How long `until` waits before it gives up: ample on a slow machine, but less than a test's timeout. */
const PATIENCE_MS = 60_000;

/** The limit of a wait, and its message if it fails. */
export interface WaitOptions {
  /** What is awaited, for the message of a failure. */
  what?: string;
  signal?: AbortSignal;
}

/** Notifies waiters that something has happened. */
export interface Changes {
  notify(): void;
  /** Resolves with the result of `look` as soon as it is truthy; it is called now and after every event. */
  until<T>(look: () => T, options?: WaitOptions): Promise<NonNullable<T>>;
}

/**
 * Waits that are driven by events rather than by time. A failed wait rejects with what was awaited and
 * with `describe()`, a line on what happened instead.
 */
export function createChanges(describe: () => string): Changes {
  const listeners = new Set<() => void>();

  return {
    notify() {
      for (const listener of [...listeners]) listener();
    },
    until(look, { what = look.toString(), signal } = {}) {
      const { promise, resolve, reject } = Promise.withResolvers<NonNullable<ReturnType<typeof look>>>();
      const giveUp = (why: string) => reject(new Error(`Waited for ${what}: ${why}. ${describe()}`));
      const onAbort = () => giveUp('the test called it off');
      const check = () => {
        try {
          const found = look();
          if (found) resolve(found);
        } catch (error) {
          reject(error);
        }
      };
      const timer = setTimeout(() => giveUp(`nothing came within ${PATIENCE_MS} ms`), PATIENCE_MS);
      signal?.addEventListener('abort', onAbort);
      listeners.add(check);
      if (signal?.aborted) onAbort();
      check();

      return promise.finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        listeners.delete(check);
      });
    },
  };
}
