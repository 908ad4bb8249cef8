import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { Fatal } from '../config/fatal.ts';

export interface Listening {
  readonly port: number;
  /** Takes no more requests and resolves when those under way are answered. */
  readonly close: () => Promise<void>;
}

const closing = (server: ServerType) =>
  new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));

/**
 * Serves an app on an address; port 0 takes any free one.
 * @throws {Fatal} if the port is taken or may not be used.
 */
export function listen(app: Hono, hostname: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port }, (info) =>
      resolve({ port: info.port, close: () => closing(server) }),
    );
    server.once('error', ({ message }) =>
      reject(new Fatal(`The HTTP server cannot listen (${message}); set PORT or HOST.`)),
    );
  });
}
