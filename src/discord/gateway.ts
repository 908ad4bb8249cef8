/**
 * The connection to Discord's gateway, using the package that discord.js itself uses. Of everything that Discord sends
 * about its servers, only the id of the bot's role is kept. Events are passed on raw, as the HTTP endpoint gets them
 * too.
 */
import { isDeepStrictEqual } from 'node:util';
import type { REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  type GatewayGuildCreateDispatchData,
  GatewayIntentBits,
  GatewayOpcodes,
  type GatewayPresenceUpdateData,
} from 'discord-api-types/v10';
import type { Config } from '../config/config.ts';
import type { Logger } from '../config/log.ts';
import { createArrivals } from './arrivals.ts';
import { INVALID_TOKEN, untilReached } from './reach.ts';

/** The fields of a server that are passed on. */
export interface Server {
  readonly guild: string;
  /** When the bot was invited, in milliseconds since 1970. */
  readonly joinedAt: number;
  /** The channel for Discord's own messages, if the server has one. */
  readonly channel: string | null;
  readonly locale: string;
}

export interface Listeners {
  readonly onInteraction: (raw: unknown) => void;
  /** `role` is the role that the server gave the bot when it was invited. */
  readonly onMessage: (raw: unknown, bot: string, role: string | undefined) => void;
  /** Called for each server of the bot, whenever it connects and when it is invited. */
  readonly onServer: (server: Server) => void;
  /** Called when a server has removed the bot. */
  readonly onRemoved: (guild: string) => void;
  /** Called when Discord has ended the connection for good, as after a token was reset. */
  readonly onFatal: (reason: string) => void;
}

export interface Gateway {
  /** Whether every shard of this process is connected and has received its servers. */
  readonly isReady: () => boolean;
  /** Updates the bot's presence if it has changed. */
  readonly present: () => void;
  /** Closes the connection; what was received before is still passed on. */
  readonly close: () => Promise<void>;
}

/** What connecting needs. */
export interface Connecting {
  readonly config: Config & { readonly token: string };
  readonly rest: REST;
  /** The current presence. */
  readonly presence: () => GatewayPresenceUpdateData;
  readonly log: Logger;
  /** Aborts the attempts to reach Discord. */
  readonly signal: AbortSignal;
}

function createManager({ config: { token, ownShards }, rest, presence }: Connecting): WebSocketManager {
  return new WebSocketManager({
    token,
    rest,
    intents: GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages,
    initialPresence: presence(),
    shardIds: ownShards ? [...ownShards.ids] : null,
    shardCount: ownShards?.count ?? null,
  });
}

/** The shards to run, once Discord has said where to connect and allows enough session starts today. */
async function askToStart(manager: WebSocketManager): Promise<readonly number[]> {
  const { session_start_limit: starts } = await manager.fetchGatewayInformation(true);
  const shards = await manager.getShardIds();
  if (starts.remaining >= shards.length) return shards;
  const reset = new Date(Date.now() + starts.reset_after).toISOString();
  throw new Error(`Discord lets ${starts.remaining} shards start until ${reset}, and these are ${shards.length}`);
}

/**
 * Starts to connect, and resolves once Discord has said where to. From then on each shard connects, reconnects and
 * resumes by itself.
 * @throws {Fatal} if Discord refuses the token; the reason of an aborted `signal`.
 */
export async function connectGateway(connecting: Connecting, listeners: Listeners): Promise<Gateway> {
  const { log, signal, presence } = connecting;
  const { onFatal } = listeners;
  const manager = createManager(connecting);
  const shards = await untilReached(() => askToStart(manager), log, signal);
  const ready = new Set<number>();
  // This is retried twice a second while Discord is down, and is worth logging once.
  const lost = new Set<number>();
  const isUp = (shard: number) => {
    lost.delete(shard);
    ready.add(shard);
  };
  const arrivals = createArrivals((shard, servers, missing) => {
    isUp(shard);
    log.info({ shard, servers, ...(missing > 0 && { missing }) }, 'connected to Discord');
  });
  let closing = false;
  let shown = presence();

  manager.on(WebSocketShardEvents.Ready, ({ data, shardId }) =>
    arrivals.expect(
      shardId,
      data.guilds.map(({ id }) => id),
    ),
  );
  manager.on(WebSocketShardEvents.Resumed, ({ shardId }) => {
    isUp(shardId);
    log.info({ shard: shardId }, 'connection resumed');
  });
  manager.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
    ready.delete(shardId);
    const fatal = fatalReason(code);
    if (fatal !== null) onFatal(fatal);
    else if (!closing && !lost.has(shardId)) log.warn({ shard: shardId, code }, 'connection lost; reconnecting');
    lost.add(shardId);
  });
  manager.on(WebSocketShardEvents.Error, ({ error, shardId }) =>
    log.warn({ shard: shardId, err: error }, 'an error on the connection to Discord'),
  );
  const listen = toDispatches(listeners, arrivals.arrived);
  manager.on(WebSocketShardEvents.Dispatch, ({ data, shardId }) => listen(data, shardId));

  // If a shard's first attempt fails, `Error` has reported it, and the shard tries again.
  manager.connect().catch((err) => log.debug({ err }, 'the first attempt to connect failed; the shard tries again'));
  const show = async (shard: number, d: GatewayPresenceUpdateData) => {
    try {
      await manager.send(shard, { op: GatewayOpcodes.PresenceUpdate, d });
    } catch (err) {
      log.debug({ shard, err }, 'the presence could not be set');
    }
  };
  return {
    isReady: () => ready.size === shards.length,
    present: () => {
      const now = presence();
      if (isDeepStrictEqual(now, shown)) return;
      shown = now;
      for (const shard of ready) show(shard, now);
    },
    close: async () => {
      closing = true;
      await manager.destroy();
    },
  };
}

const serverOf = ({ id, joined_at, system_channel_id, preferred_locale }: GatewayGuildCreateDispatchData): Server => ({
  guild: id,
  joinedAt: Date.parse(joined_at),
  channel: system_channel_id,
  locale: preferred_locale,
});

/** Passes on the relevant events. */
function toDispatches(
  { onInteraction, onMessage, onServer, onRemoved }: Listeners,
  onArrived: (shard: number, guild: string) => void,
) {
  let bot: string | undefined;
  const roles = new Map<string, string>();
  const keepRole = ({ id, roles: all = [] }: GatewayGuildCreateDispatchData) => {
    const own = all.find(({ tags }) => tags?.bot_id === bot);
    if (own) roles.set(id, own.id);
  };
  return (event: GatewayDispatchPayload, shard: number): void => {
    switch (event.t) {
      case GatewayDispatchEvents.Ready:
        bot = event.d.user.id;
        break;
      case GatewayDispatchEvents.GuildCreate:
        onArrived(shard, event.d.id);
        keepRole(event.d);
        onServer(serverOf(event.d));
        break;
      case GatewayDispatchEvents.GuildDelete:
        onArrived(shard, event.d.id);
        // A server that is only down for a while comes as `unavailable`.
        if (event.d.unavailable) break;
        roles.delete(event.d.id);
        onRemoved(event.d.id);
        break;
      case GatewayDispatchEvents.InteractionCreate:
        onInteraction(event.d);
        break;
      case GatewayDispatchEvents.MessageCreate:
        if (bot !== undefined) onMessage(event.d, bot, roles.get(event.d.guild_id ?? ''));
    }
  };
}

/**
 * What a close code means that ends the connection for good, and how to fix it; null for a code after which it
 * reconnects.
 */
function fatalReason(code: number): string | null {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return INVALID_TOKEN;
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return `Discord refused the shards (${code}): check SHARDS, SHARD_IDS and SHARD_COUNT, or leave them out.`;
    case GatewayCloseCodes.InvalidAPIVersion:
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return `Discord closed the connection for good (code ${code}).`;
    default:
      return null;
  }
}
