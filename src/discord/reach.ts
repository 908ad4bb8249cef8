/** Reaches Discord at the start: retries through an outage, and gives up at once on a refusal. */
import { setTimeout } from 'node:timers/promises';
import { DiscordAPIError } from '@discordjs/rest';
import { Fatal } from '../config/fatal.ts';
import type { Logger } from '../config/log.ts';

/** Shown to the operator whenever Discord refuses the token. */
export const INVALID_TOKEN =
  'Discord refused DISCORD_TOKEN: it is wrong or was reset. Copy it again from "Bot" in the developer portal.';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Waits, or rejects with the reason of an aborted signal. */
type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

const pass: Wait = (ms, signal) => setTimeout(ms, undefined, { signal });

/**
 * The result of an attempt, retried with exponential backoff while Discord cannot be reached.
 * @throws {Fatal} if Discord refuses the token; any other refusal as it is; the reason of an aborted `signal`.
 */
export async function untilReached<Value>(
  attempt: () => Promise<Value>,
  log: Logger,
  signal: AbortSignal,
  wait: Wait = pass,
): Promise<Value> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof DiscordAPIError) {
        if (error.status === 401) throw new Fatal(INVALID_TOKEN, { cause: error });
        // Discord understood and refused: a retry would change nothing.
        throw error;
      }
      log.warn({ err: error, pauseMs: pause }, 'Discord cannot be reached; trying again');
      await wait(pause, signal);
    }
  }
}
