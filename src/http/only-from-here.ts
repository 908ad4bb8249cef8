import { createMiddleware } from 'hono/factory';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address that the server listens on can be reached only from this machine. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host === '::1';
}

/**
 * Refuses with 403 a request under any host name but the loopback's, or from another site's page: so no site can use a
 * visitor's browser to query the bot, not even with a name that resolves to this machine.
 */
export const onlyFromHere = createMiddleware(async (c, next) => {
  const { hostname, host } = new URL(c.req.url);
  const origin = c.req.header('origin');
  const fromElsewhere = origin !== undefined && URL.parse(origin)?.host !== host;
  if (!LOOPBACK.has(hostname) || fromElsewhere) return c.text('this is for this machine alone', 403);
  return next();
});
