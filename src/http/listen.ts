import type { Duplex } from 'node:stream';
import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { Fatal } from '../config/fatal.ts';

export interface Listening {
  readonly port: number;
  /** Accepts no more requests, and resolves when those under way are answered. */
  readonly close: () => Promise<void>;
}

/** The limits of the server; Discord, a proxy, a probe and a scraper need only a few connections. */
export const HTTP_LIMITS = {
  connections: 100,
  /** A request that is incomplete after this time is ended. */
  requestMs: 5000,
} as const;

export interface ListenOptions {
  readonly limits?: { readonly connections: number; readonly requestMs: number };
  /** Called with the reason if a connection is refused or ended. */
  readonly onRefused: (reason: string) => void;
}

const closing = (server: ServerType) =>
  new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));

/**
 * Serves an app on an address; port 0 takes any free one.
 * @throws {Fatal} if the port is taken or may not be used.
 */
export function listen(
  app: Hono,
  hostname: string,
  port: number,
  { limits = HTTP_LIMITS, onRefused }: ListenOptions,
): Promise<Listening> {
  const { connections, requestMs } = limits;
  const serverOptions = {
    requestTimeout: requestMs,
    headersTimeout: requestMs,
    connectionsCheckingInterval: requestMs / 5,
  };
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port, serverOptions }, (info) =>
      resolve({ port: info.port, close: () => closing(server) }),
    );
    server.maxConnections = connections;
    server.on('drop', () => onRefused('too many connections'));
    server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
      const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
      if (late) onRefused('it has not come whole in time');
      // A listener for this event has to end the connection itself.
      if (socket.writable)
        socket.end(`HTTP/1.1 ${late ? '408 Request Timeout' : '400 Bad Request'}\r\nConnection: close\r\n\r\n`);
    });
    server.once('error', ({ message }) =>
      reject(new Fatal(`The HTTP server cannot listen (${message}); set PORT or HOST.`)),
    );
  });
}
