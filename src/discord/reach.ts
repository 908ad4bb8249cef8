/** Getting through to Discord at the start: patient with an outage, at once done with a refusal. */
import { setTimeout } from 'node:timers/promises';
import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import { Fatal } from '../fatal.ts';
import type { Logger } from '../log.ts';
import { INVALID_TOKEN } from './gateway.ts';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

/** Discord understood and said no, or discord.js did: trying again changes nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof DiscordAPIError || error instanceof DiscordjsError;
}

/** Passes so much time, or rejects with the reason of an aborted signal. */
type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

const pass: Wait = (ms, signal) => setTimeout(ms, undefined, { signal });

/**
 * What an attempt gives, tried again after ever longer pauses while Discord cannot be reached.
 * @throws {Fatal} where Discord refuses the token; any other refusal as it is; the reason of an aborted `signal`.
 */
export async function reach<Value>(
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
      if (isTokenRefused(error)) throw new Fatal(INVALID_TOKEN, { cause: error });
      if (isRefusal(error)) throw error;
      log.warn({ err: error, pauseMs: pause }, 'Discord cannot be reached; trying again');
      await wait(pause, signal);
    }
  }
}
