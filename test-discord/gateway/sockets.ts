import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { asObject, type Json } from '../json.ts';
import { plainEncoder, zlibStreamEncoder } from './encoding.ts';
import type { Gateway } from './gateway.ts';
import type { Connection, Session } from './session.ts';

/** The largest payload from a client, in bytes. https://discord.com/developers/docs/events/gateway#sending-events */
const LARGEST_PAYLOAD = 4_096;
/** Close codes by which the client ends its session for good. */
const FAREWELLS = [1000, 1001];

/** How the sockets behave; tests may change it at any time. */
export interface SocketSetting {
  heartbeatIntervalMs: number;
  isDown(): boolean;
  notify(): void;
}

function parse(data: Buffer): Json | null {
  if (data.length > LARGEST_PAYLOAD) return null;
  try {
    return asObject(JSON.parse(data.toString()));
  } catch {
    return null;
  }
}

/** The close code that refuses a connection for the parameters in its address, or null. */
function refusal({ searchParams }: URL): number | null {
  if (searchParams.get('v') !== '10') return Close.InvalidAPIVersion;
  return searchParams.get('encoding') === 'json' ? null : Close.DecodeError;
}

function serve(socket: WebSocket, url: URL, gateway: Gateway, setting: SocketSetting): void {
  let session: Session | null = null;
  let compress = false;
  const encoder =
    url.searchParams.get('compress') === 'zlib-stream' ? zlibStreamEncoder() : plainEncoder(() => compress);
  const connection: Connection = {
    send: (payload) =>
      encoder.encode(payload, (data) => {
        if (socket.readyState === socket.OPEN) socket.send(data);
      }),
    close: (code) => socket.close(code),
    terminate: () => socket.terminate(),
  };

  socket.on('message', (data: Buffer) => {
    const payload = parse(data);
    if (!payload) return socket.close(Close.DecodeError);
    if (payload.op === Op.Identify) compress = asObject(payload.d).compress === true;
    session = gateway.receive(connection, session, payload);
  });
  socket.on('close', (code) => {
    gateway.log.closes.push(code);
    if (session?.connection === connection) session.connection = null;
    if (session && FAREWELLS.includes(code)) gateway.sessions.delete(session.id);
    setting.notify();
  });

  const refused = refusal(url);
  if (refused !== null) socket.close(refused);
  else connection.send({ op: Op.Hello, d: { heartbeat_interval: setting.heartbeatIntervalMs } });
}

/** Opens the gateway on an HTTP server; returns a function that terminates every socket without a close frame. */
export function openSockets(server: Server, gateway: Gateway, setting: SocketSetting): () => void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (setting.isDown()) {
      gateway.log.turnedAway += 1;
      setting.notify();
      return stream.destroy();
    }
    const url = new URL(request.url ?? '/', 'ws://127.0.0.1');
    sockets.handleUpgrade(request, stream, head, (socket) => serve(socket, url, gateway, setting));
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
  };
}
