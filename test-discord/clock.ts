/** The test Discord's clock: the current time, and timers. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `act` once `milliseconds` have passed; returns a function that cancels it. */
  after(milliseconds: number, act: () => void): () => void;
}

/** A clock that stands still until the test moves it. */
export interface ManualClock extends Clock {
  /** Advances by `milliseconds` and runs, in order, everything that is due. */
  advance(milliseconds: number): void;
}

/** The machine's own clock. Its timers do not keep the process alive. */
export function systemClock(): Clock {
  return {
    now: Date.now,
    after(milliseconds, act) {
      const timer = setTimeout(act, milliseconds).unref();
      return () => clearTimeout(timer);
    },
  };
}

/** A clock for tests: it shows `start` (milliseconds since 1970) until it is advanced. */
export function manualClock(start: number): ManualClock {
  let now = start;
  const waiting = new Set<{ due: number; act: () => void }>();

  return {
    now: () => now,
    after(milliseconds, act) {
      const timer = { due: now + milliseconds, act };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
    advance(milliseconds) {
      now += milliseconds;
      const due = [...waiting].filter((timer) => timer.due <= now).sort((a, b) => a.due - b.due);
      for (const timer of due) {
        waiting.delete(timer);
        timer.act();
      }
    },
  };
}
