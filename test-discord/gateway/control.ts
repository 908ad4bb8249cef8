import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { Dispatch } from './dispatch.ts';
import type { Gateway } from './gateway.ts';
import type { GatewayLog } from './log.ts';
import type { Session } from './session.ts';
import type { SocketSetting } from './sockets.ts';

/** What a test can observe of the gateway and do to it. Without a shard, it applies to every shard. */
export interface GatewayControl {
  /** What the bot did. */
  log: GatewayLog;
  /** The shards that are connected, with their intents. */
  connected(): { shard: [id: number, count: number]; intents: number }[];
  /** Breaks the connection without a close frame, as a network failure does. */
  drop(shard?: number): void;
  /** Closes with a code. */
  close(code: number, shard?: number): void;
  /** Asks the bot to reconnect (op 7). */
  reconnect(shard?: number): void;
  /** Says that the session is invalid (op 9). */
  invalidate(resumable: boolean, shard?: number): void;
  /** Forgets every session, so that none can be resumed. */
  forgetSessions(): void;
  /** Leaves heartbeats unanswered, as a dead connection does. */
  stopAcking(): void;
  startAcking(): void;
  /** Asks for a heartbeat at once (op 1). */
  askForHeartbeat(shard?: number): void;
  /** Sets the heartbeat interval of the next Hello, in milliseconds. */
  setHeartbeatInterval(milliseconds: number): void;
  /** Sends an event to every session that should receive it. */
  dispatch: Dispatch;
}

/** Gives a test control of the gateway. */
export function controlGateway(gateway: Gateway, setting: SocketSetting): GatewayControl {
  function connected(shard?: number): Session[] {
    const sessions = [...gateway.sessions.values()].filter(({ connection }) => connection !== null);
    return shard === undefined ? sessions : sessions.filter((session) => session.shard[0] === shard);
  }
  function say(payload: object, shard?: number): void {
    for (const { connection } of connected(shard)) connection?.send(payload);
  }

  return {
    log: gateway.log,
    connected: () => connected().map(({ shard, intents }) => ({ shard, intents })),
    drop(shard) {
      for (const { connection } of connected(shard)) connection?.terminate();
    },
    close(code, shard) {
      for (const { connection } of connected(shard)) connection?.close(code);
    },
    reconnect: (shard) => say({ op: Op.Reconnect, d: null }, shard),
    invalidate(resumable, shard) {
      const sessions = connected(shard);
      say({ op: Op.InvalidSession, d: resumable }, shard);
      if (resumable) return;
      for (const { id } of sessions) gateway.sessions.delete(id);
    },
    forgetSessions: () => gateway.sessions.clear(),
    stopAcking() {
      gateway.acking = false;
    },
    startAcking() {
      gateway.acking = true;
    },
    askForHeartbeat: (shard) => say({ op: Op.Heartbeat, d: null }, shard),
    setHeartbeatInterval(milliseconds) {
      setting.heartbeatIntervalMs = milliseconds;
    },
    dispatch: gateway.dispatch,
  };
}
