/** The connection to Discord's gateway. Events are taken raw, in the shape that the HTTP endpoint gets them too. */
import { ActivityType, Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options, Status } from 'discord.js';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';

/** Nothing of these is used; guilds, channels and roles have to stay, as discord.js leans on them. */
const UNUSED_CACHES = {
  AutoModerationRuleManager: 0,
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
};

export interface Listeners {
  readonly onInteraction: (raw: unknown) => void;
  readonly onMessage: (raw: unknown, bot: string) => void;
  /** A server has removed the bot. */
  readonly onRemoved: (guild: string) => void;
  /** Discord has ended the connection for good, such as for a token that was reset. */
  readonly onFatal: (reason: string) => void;
}

export interface Gateway {
  /** Every shard of this process is connected. */
  readonly isReady: () => boolean;
  /** Closes the connection; what was received before is still passed on. */
  readonly close: () => Promise<void>;
}

function createClient({ apiUrl, ownShards }: Config): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    makeCache: Options.cacheWithLimits(UNUSED_CACHES),
    presence: { activities: [{ type: ActivityType.Listening, name: '/ask' }] },
    // Said here even where Discord decides, as discord.js would else read the environment's SHARDS itself.
    shards: ownShards ? [...ownShards.ids] : 'auto',
    ...(ownShards && { shardCount: ownShards.count }),
    rest: { api: apiUrl },
  });
}

/**
 * Connects and resolves when logged in. Reconnects and resumes by itself.
 * @throws what discord.js throws where Discord refuses the token or cannot be reached.
 */
export async function connectGateway(
  config: Config & { readonly token: string },
  { onInteraction, onMessage, onRemoved, onFatal }: Listeners,
  log: Logger,
): Promise<Gateway> {
  const client = createClient(config);
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction);
  // A server that is only out of reach for a while comes as `unavailable`.
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }) => {
    if (!unavailable) onRemoved(id);
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (raw) => {
    if (client.user) onMessage(raw, client.user.id);
  });
  // Tried twice a second while Discord is down, and worth a line once.
  const lost = new Set<number>();
  client.on(Events.ShardReady, (shard) => {
    lost.delete(shard);
    log.info({ shard }, 'connected to Discord');
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    lost.delete(shard);
    log.info({ shard, replayed }, 'connection resumed');
  });
  client.on(Events.ShardReconnecting, (shard) => {
    if (!lost.has(shard)) log.warn({ shard }, 'connection lost; reconnecting');
    lost.add(shard);
  });
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, err: error }, 'connection failed'));
  client.on(Events.ShardDisconnect, ({ code }) => onFatal(reasonOf(code)));
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js failed'));
  client.on(Events.Warn, (warning) => log.warn(warning));
  await client.login(config.token);
  return {
    isReady: () => client.isReady() && client.ws.shards.every((shard) => shard.status === Status.Ready),
    close: () => client.destroy(),
  };
}

/** What a close code that ends a connection for good means, and the mend. */
function reasonOf(code: number): string {
  switch (code) {
    case 4004:
      return INVALID_TOKEN;
    case 4010:
    case 4011:
      return `Discord refused the shards (${code}): check SHARDS, SHARD_IDS and SHARD_COUNT, or leave them out.`;
    default:
      return `Discord closed the connection for good (code ${code}).`;
  }
}

/** For whoever runs the bot, wherever Discord refuses its token. */
export const INVALID_TOKEN =
  'Discord refused DISCORD_TOKEN: it is wrong or was reset. Copy it anew under "Bot" in the developer portal.';
