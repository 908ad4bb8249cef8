import { createMiddleware } from 'hono/factory';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address that the server listens on is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host === '::1';
}

/**
 * 403 for a request by another name than the loopback's, or one that another site's page makes: so no site can have
 * a visitor's browser ask the bot, not even by a name that it points at this machine.
 */
export const onlyFromHere = createMiddleware(async (c, next) => {
  const { hostname, host } = new URL(c.req.url);
  const origin = c.req.header('origin');
  const fromElsewhere = origin !== undefined && URL.parse(origin)?.host !== host;
  if (!LOOPBACK.has(hostname) || fromElsewhere) return c.text('this is for this machine alone', 403);
  return next();
});
