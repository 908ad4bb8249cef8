/** The REST clients for Discord: one for answers and everything else, one for daily posts. */
import { DefaultRestOptions, type RateLimitData, type REST, type RESTOptions } from '@discordjs/rest';
import type { Config } from '../config/config.ts';
import type { Logger } from '../config/log.ts';
import { limits } from './limits.ts';
import { blocksAsRateLimits } from './refusal.ts';
import { patienceFor, retrying } from './retry.ts';
import { openRest } from './steady-rest.ts';
import { guardingToken } from './token.ts';

type MakeRequest = RESTOptions['makeRequest'];

/** Repeated trouble is logged once, and again only after this long without any. */
const QUIET_MS = 60_000;

/** Warns once of an event that occurs many times in a row. */
function firstOfMany(log: Logger): (fields: object, message: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (fields, message) => {
    if (Date.now() - last > QUIET_MS) log.warn(fields, message);
    last = Date.now();
  };
}

/** What every client needs. */
export interface Way {
  readonly config: Pick<Config, 'apiUrl' | 'token'>;
  readonly log: Logger;
  /** Called if Discord refuses the token itself. */
  readonly onInvalidToken: () => void;
}

function guarded(send: MakeRequest, { config, log, onInvalidToken }: Way): MakeRequest {
  const warn = firstOfMany(log);
  const onBlock = (status: number, seconds: number) =>
    warn({ status, seconds }, 'a proxy in front of Discord, such as Cloudflare, blocks this machine; waiting');
  return guardingToken(blocksAsRateLimits(send, onBlock), config.apiUrl, onInvalidToken);
}

/** Makes each request once, for daily posts: their ledger decides on retries, and its waits outlive the process. */
export const requestingOnce = (way: Way): MakeRequest => guarded(DefaultRestOptions.makeRequest, way);

/** Never waits longer for Discord's rate limits than the request is useful. */
function refuseIfTooLate({ url, timeToReset, retryAfter }: RateLimitData): boolean {
  const waitMs = Math.max(timeToReset, retryAfter);
  if (waitMs > patienceFor(url))
    throw new Error(`Discord lets it through in ${Math.ceil(waitMs / 1000)} seconds, too late`);
  return false;
}

/**
 * The REST client for everything but daily posts. It outlives the gateway's connection, so that the last answers get
 * out.
 */
export function createRest(way: Way): REST {
  const warn = firstOfMany(way.log);
  const send = retrying((err) => warn({ err }, 'Discord cannot be reached; trying again'));
  const rest = openRest({
    api: way.config.apiUrl,
    makeRequest: guarded(send, way),
    rejectOnRateLimit: refuseIfTooLate,
    // Requests have retries of their own, and no answer is useful for longer than this.
    retries: 0,
    timeout: limits.interaction.tokenMs,
  });
  return way.config.token === undefined ? rest : rest.setToken(way.config.token);
}
