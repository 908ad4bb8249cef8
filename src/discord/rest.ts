/** The ways out to Discord: one for all that the bot answers and asks, one for daily posts. */
import { DefaultRestOptions, type RateLimitData, type REST, type RESTOptions } from '@discordjs/rest';
import type { Config } from '../config/config.ts';
import type { Logger } from '../config/log.ts';
import { limits } from './limits.ts';
import { heedingBlocks } from './refusal.ts';
import { patienceFor, retrying } from './retry.ts';
import { openRest } from './steady-rest.ts';
import { guardingToken } from './token.ts';

type MakeRequest = RESTOptions['makeRequest'];

/** Trouble is logged once, and again only if it comes after so long without any. */
const QUIET_MS = 60_000;

/** Warns of the first of what happens many times in a row. */
function firstOfMany(log: Logger): (fields: object, message: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (fields, message) => {
    if (Date.now() - last > QUIET_MS) log.warn(fields, message);
    last = Date.now();
  };
}

/** What every way out needs. */
export interface Way {
  readonly config: Pick<Config, 'apiUrl' | 'token'>;
  readonly log: Logger;
  /** Told if Discord refuses the token itself. */
  readonly onInvalidToken: () => void;
}

function guarded(send: MakeRequest, { config, log, onInvalidToken }: Way): MakeRequest {
  const warn = firstOfMany(log);
  const onBlock = (status: number, seconds: number) =>
    warn({ status, seconds }, 'something before Discord, such as Cloudflare, blocks this machine; waiting');
  return guardingToken(heedingBlocks(send, onBlock), config.apiUrl, onInvalidToken);
}

/** Makes each request once, for daily posts: their ledger decides what is tried again, and its waits outlive the process. */
export const requestingOnce = (way: Way): MakeRequest => guarded(DefaultRestOptions.makeRequest, way);

/** Never waits longer for Discord's rate limits than the request is of use. */
function refuseIfTooLate({ url, timeToReset, retryAfter }: RateLimitData): boolean {
  const waitMs = Math.max(timeToReset, retryAfter);
  if (waitMs > patienceFor(url))
    throw new Error(`Discord lets it through in ${Math.ceil(waitMs / 1000)} seconds, too late`);
  return false;
}

/** Discord's REST for all that the bot answers and asks. It outlives the gateway's connection, so that the last answers get out. */
export function createRest(way: Way): REST {
  const warn = firstOfMany(way.log);
  const send = retrying((err) => warn({ err }, 'Discord cannot be reached; trying again'));
  const rest = openRest({
    api: way.config.apiUrl,
    makeRequest: guarded(send, way),
    rejectOnRateLimit: refuseIfTooLate,
    // Each request is tried again by itself, and no answer is of use longer than this.
    retries: 0,
    timeout: limits.interaction.tokenMs,
  });
  return way.config.token === undefined ? rest : rest.setToken(way.config.token);
}
