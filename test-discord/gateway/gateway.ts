import { GatewayCloseCodes as Close, GatewayIntentBits as Intent, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { asList, asNumber, asObject, type Json } from '../json.ts';
import { shardOf } from '../snowflake.ts';
import type { Guilds } from '../state/guilds.ts';
import { type Dispatch, guildOf, neededIntent, PRIVILEGED, redact } from './dispatch.ts';
import { emptyLog, type GatewayLog, noteIdentify } from './log.ts';
import { type Connection, missedEvents, newSession, type Session, sendEvent } from './session.ts';

/** Above this, Discord demands more shards. */
const GUILDS_A_SHARD = 2_500;

/** What the gateway needs from the other parts. */
export interface GatewaySetting {
  token(): string | null;
  botId: string;
  /** The contents of READY besides the session. */
  ready(): Json;
  guilds: Guilds;
  maxConcurrency: number;
  now(): number;
  nextId(): string;
  notify(): void;
  resumeUrl(): string;
}

/** The gateway without its sockets: sessions, and the events for them. */
export interface Gateway {
  sessions: Map<string, Session>;
  log: GatewayLog;
  acking: boolean;
  dispatch: Dispatch;
  /** Takes one payload from a socket; returns the session that the socket now has. */
  receive(connection: Connection, session: Session | null, payload: Json): Session | null;
}

/** Parses `shard`; without it, the bot is the only shard. */
function readShard(value: unknown): [number, number] {
  const [id = 0, count = 1] = asList(value);
  return [asNumber(id), asNumber(count)];
}

/** The gateway, v10. https://discord.com/developers/docs/events/gateway */
export function createGateway(setting: GatewaySetting): Gateway {
  const { guilds, notify } = setting;
  const sessions = new Map<string, Session>();
  const log = emptyLog();
  const guildsOf = ([id, count]: [number, number]) => guilds.ids().filter((guild) => shardOf(guild, count) === id);

  function dispatch(event: string, data: Json): void {
    const guildId = guildOf(event, data);
    const needed = neededIntent(event, data);
    for (const session of sessions.values()) {
      const [id, count] = session.shard;
      const isMeant = (guildId === null ? 0 : shardOf(guildId, count)) === id;
      const hears = needed === 0 || session.intents & needed;
      if (isMeant && hears) sendEvent(session, event, redact(event, data, session.intents, setting.botId));
    }
    notify();
  }

  function greet(session: Session): void {
    const own = guildsOf(session.shard);
    sendEvent(session, 'READY', {
      v: 10,
      ...setting.ready(),
      guilds: own.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: setting.resumeUrl(),
      shard: session.shard,
      session_type: 'normal',
      private_channels: [],
    });
    if (!(session.intents & Intent.Guilds)) return;
    for (const id of own) sendEvent(session, 'GUILD_CREATE', guilds.payload(id) ?? {});
  }

  /** The close code that refuses an identify, or null. */
  function refusal(token: unknown, shard: [number, number], intents: unknown): number | null {
    if (token !== setting.token()) return Close.AuthenticationFailed;
    if (typeof intents !== 'number') return Close.InvalidIntents;
    if (intents & PRIVILEGED) return Close.DisallowedIntents;
    if (shard[0] < 0 || shard[0] >= shard[1]) return Close.InvalidShard;
    return guildsOf(shard).length > GUILDS_A_SHARD ? Close.ShardingRequired : null;
  }

  function identify(connection: Connection, data: Json): Session | null {
    const shard = readShard(data.shard);
    const refused = refusal(data.token, shard, data.intents);
    if (refused !== null) {
      connection.close(refused);
      return null;
    }
    const session = newSession(setting.nextId(), shard, asNumber(data.intents), connection);
    sessions.set(session.id, session);
    noteIdentify(log, { shard, intents: session.intents, at: setting.now() }, setting.maxConcurrency);
    greet(session);
    return session;
  }

  function resume(connection: Connection, data: Json): Session | null {
    if (data.token !== setting.token()) {
      connection.close(Close.AuthenticationFailed);
      return null;
    }
    const session = sessions.get(String(data.session_id));
    const missed = session && missedEvents(session, asNumber(data.seq));
    if (!session || !missed) {
      connection.send({ op: Op.InvalidSession, d: false });
      return null;
    }
    session.connection = connection;
    for (const event of missed) connection.send({ op: Op.Dispatch, ...event });
    sendEvent(session, 'RESUMED', {});
    log.resumes.push({ shard: session.shard[0], sequence: asNumber(data.seq), replayed: missed.length });
    return session;
  }

  function handle(connection: Connection, session: Session | null, payload: Json): Session | null {
    const { op, d } = payload;
    if (op === Op.Heartbeat) {
      log.heartbeats += 1;
      if (gateway.acking) connection.send({ op: Op.HeartbeatAck });
    } else if (op === Op.Identify || op === Op.Resume) {
      if (!session) return op === Op.Identify ? identify(connection, asObject(d)) : resume(connection, asObject(d));
      connection.close(Close.AlreadyAuthenticated);
    } else if (!session) {
      connection.close(Close.NotAuthenticated);
    } else if (op === Op.PresenceUpdate || op === Op.VoiceStateUpdate || op === Op.RequestGuildMembers) {
      log.others.push({ op, d });
    } else {
      connection.close(Close.UnknownOpcode);
    }
    return session;
  }

  const gateway: Gateway = {
    sessions,
    log,
    acking: true,
    dispatch,
    receive(connection, session, payload) {
      const after = handle(connection, session, payload);
      notify();
      return after;
    },
  };
  return gateway;
}
