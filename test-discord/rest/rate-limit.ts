import { createHash } from 'node:crypto';
import type { Fault } from '../faults.ts';
import type { Route } from './route.ts';

/** How many calls a bucket allows in a second: enough that only injected faults limit anything. */
const LIMIT = 1_000;

const bucketOf = ({ method, path }: Route) => createHash('md5').update(`${method} ${path}`).digest('hex');

/** The headers of every response. https://discord.com/developers/docs/topics/rate-limits */
export function bucketHeaders(route: Route): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(LIMIT),
    'X-RateLimit-Remaining': String(LIMIT - 1),
    'X-RateLimit-Reset-After': '1',
    'X-RateLimit-Bucket': bucketOf(route),
  };
}

/** The response to a rate-limited call, for one route or for the whole API. */
export function rateLimited(route: Route, { retryAfter, isGlobal }: Extract<Fault, { kind: 'rateLimit' }>): Response {
  const headers: Record<string, string> = isGlobal
    ? { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' }
    : {
        'X-RateLimit-Limit': String(LIMIT),
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset-After': String(retryAfter),
        'X-RateLimit-Bucket': bucketOf(route),
        'X-RateLimit-Scope': 'user',
      };
  const body = { message: 'You are being rate limited.', retry_after: retryAfter, global: isGlobal };
  return Response.json(body, { status: 429, headers: { ...headers, 'Retry-After': String(retryAfter) } });
}
