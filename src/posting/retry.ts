/** How long a post is held and waits for its next attempt, and the loop that makes attempts while the program runs. */
import { setTimeout as wait } from 'node:timers/promises';

/** How long a post belongs to the process that claimed it, unless that process says when to try again. */
export const LEASE_MS = 60_000;

const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 15 * 60 * 1000;

/**
 * Exponential backoff with jitter: a random wait in the upper half of the interval, so that many retries do not come at
 * once.
 */
export function backoffMs(attempts: number, random: () => number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS) * (0.5 + random() / 2);
}

/** Repeats an action, each time after the wait that it returns, until `signal` is aborted. */
export async function repeat(act: () => Promise<number>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const pauseMs = await act();
    try {
      await wait(pauseMs, undefined, { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
