/** Getting through to Discord at the start: patient with an outage, at once done with a refusal. */
import { setTimeout } from 'node:timers/promises';
import { DiscordAPIError } from '@discordjs/rest';
import { Fatal } from '../config/fatal.ts';
import type { Logger } from '../config/log.ts';

/** For whoever runs the bot, wherever Discord refuses its token. */
export const INVALID_TOKEN =
  'Discord refused DISCORD_TOKEN: it is wrong or was reset. Copy it anew under "Bot" in the developer portal.';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Passes so much time, or rejects with the reason of an aborted signal. */
type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

const pass: Wait = (ms, signal) => setTimeout(ms, undefined, { signal });

/**
 * What an attempt gives, tried again after ever longer pauses while Discord cannot be reached.
 * @throws {Fatal} where Discord refuses the token; any other refusal as it is; the reason of an aborted `signal`.
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
        // Discord understood and said no: trying again changes nothing.
        throw error;
      }
      log.warn({ err: error, pauseMs: pause }, 'Discord cannot be reached; trying again');
      await wait(pause, signal);
    }
  }
}
