/** The HTTP server's routes: always health and metrics, and Discord's endpoint if it is configured. */
import { Hono, type MiddlewareHandler } from 'hono';
import { type Documents, documentRoutes } from './documents.ts';
import { type Interactions, interactions } from './interactions.ts';

/** The parts that the program needs to answer, each with a health check. */
export type Checks = Readonly<Record<string, () => boolean | Promise<boolean>>>;

export interface Routes {
  readonly checks: Checks;
  /** The metrics in Prometheus's text form, and its content type. */
  readonly metrics: () => Promise<{ readonly text: string; readonly type: string }>;
  readonly documents?: Documents;
  readonly interactions?: Interactions;
  /** Guards everything that is for the operator; absent if other machines may read it. */
  readonly guard?: MiddlewareHandler;
  readonly onError: (error: Error) => void;
}

async function results(checks: Checks): Promise<Record<string, boolean>> {
  const named = Object.entries(checks).map(async ([name, check]) => [name, await check()] as const);
  return Object.fromEntries(await Promise.all(named));
}

/** `/healthz`: the process is alive. `/readyz`: 200 if every check passes, else 503, with each check by name. Also `/metrics`, `/privacy` and `/terms`. */
export function createApp({ checks, metrics, documents, interactions: endpoint, guard, onError }: Routes): Hono {
  const app = new Hono();
  if (guard) for (const path of ['/readyz', '/metrics']) app.use(path, guard);
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    const found = await results(checks);
    const ok = Object.values(found).every(Boolean);
    return c.json({ ok, checks: found }, ok ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    const { text, type } = await metrics();
    return c.body(text, 200, { 'content-type': type });
  });
  if (documents) app.route('/', documentRoutes(documents));
  if (endpoint) app.route('/interactions', interactions(endpoint));
  app.onError((error, c) => {
    onError(error);
    return c.text('something went wrong here', 500);
  });
  return app;
}
