import type { Json } from '../json.ts';

/** How many events are kept for a disconnected session; enough for any test. */
const KEPT_EVENTS = 5_000;

/** An event as it was sent to a session. */
export interface SentEvent {
  t: string;
  s: number;
  d: Json;
}

/** The socket end of a session. */
export interface Connection {
  send(payload: object): void;
  close(code: number): void;
  /** Breaks the connection without a close frame. */
  terminate(): void;
}

/** The gateway session of one shard; it outlives its socket. */
export interface Session {
  id: string;
  shard: [id: number, count: number];
  intents: number;
  connection: Connection | null;
  sequence: number;
  /** The latest events, oldest first. */
  sent: SentEvent[];
}

/** A new session, without any events. */
export function newSession(id: string, shard: [number, number], intents: number, connection: Connection): Session {
  return { id, shard, intents, connection, sequence: 0, sent: [] };
}

/** Sends an event, or keeps it until the session resumes. */
export function sendEvent(session: Session, event: string, data: Json): void {
  session.sequence += 1;
  const sent = { t: event, s: session.sequence, d: data };
  session.sent.push(sent);
  if (session.sent.length > KEPT_EVENTS) session.sent.shift();
  session.connection?.send({ op: 0, ...sent });
}

/** The events that a session missed after `sequence`; null if they are no longer known. */
export function missedEvents(session: Session, sequence: number): SentEvent[] | null {
  const oldest = session.sent[0]?.s ?? 1;
  if (sequence > session.sequence || sequence < oldest - 1) return null;
  return session.sent.filter(({ s }) => s > sequence);
}
