import { type APIUser, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { asList, asObject, type Json } from '../json.ts';
import { snowflakeAt, withoutIncrement } from '../snowflake.ts';
import { botRoleId, channelIdAt, type GuildSpec, guildName, guildPayload } from './guild-payload.ts';

/** When the first server was created; each further one is a millisecond younger, so that shards get an even share. */
const FOUNDED_MS = Date.UTC(2021, 0, 1);

/** A server as tests see it: its id and those of its first channel and the bot's role. */
export interface GuildHandle {
  id: string;
  name: string;
  /** Its first channel, a text channel. */
  channelId: string;
  /** The role that the bot was given when it was invited. */
  botRoleId: string;
}

/** The servers that the bot is in. */
export interface Guilds {
  ids(): string[];
  handle(id: string): GuildHandle;
  /**
   * The guild as in GUILD_CREATE; rebuilt from its spec each time, because ten thousand of them would fill the memory.
   */
  payload(id: string): Json | undefined;
  channel(channelId: string): Json | undefined;
  /** The bot's permissions in a channel, as bits. */
  botPermissions(channelId: string): bigint;
  add(spec: GuildSpec): GuildHandle;
  remove(id: string): boolean;
  /** Restores the bot's membership of a server, as of a time. */
  restore(id: string, joinedAt: string): GuildHandle;
  /** Denies the bot permissions in a channel by an overwrite. */
  deny(channelId: string, permissions: bigint): void;
  deleteChannel(channelId: string): void;
}

/** The servers of `specs`; ids follow their order. */
export function createGuilds(specs: GuildSpec[], bot: APIUser): Guilds {
  const guilds = new Map<string, GuildSpec>();
  const left = new Map<string, GuildSpec>();
  const denied = new Map<string, bigint>();
  const deleted = new Set<string>();
  let founded = 0;

  // Cached, because one reply looks at its server several times.
  let latest: { id: string; payload: Json } | null = null;

  function payload(id: string): Json | undefined {
    if (latest?.id === id) return latest.payload;
    const made = make(id);
    latest = made ? { id, payload: made } : null;
    return made;
  }

  function make(id: string): Json | undefined {
    const spec = guilds.get(id);
    if (!spec) return undefined;
    const guild = guildPayload(id, spec, bot);
    const channels = asList(guild.channels)
      .map(asObject)
      .filter((channel) => !deleted.has(String(channel.id)));
    for (const channel of channels) {
      const deny = denied.get(String(channel.id));
      if (deny !== undefined) {
        channel.permission_overwrites = [{ id: botRoleId(id), type: 0, allow: '0', deny: deny.toString() }];
      }
    }
    return { ...guild, channels };
  }

  function channel(channelId: string): Json | undefined {
    const guildId = withoutIncrement(channelId);
    const found = asList(payload(guildId)?.channels)
      .map(asObject)
      .find(({ id }) => id === channelId);
    return found && { ...found, guild_id: guildId };
  }

  function handle(id: string): GuildHandle {
    const spec = guilds.get(id);
    if (!spec) throw new Error(`There is no server ${id} here: take an id from discord.guilds.`);
    return { id, name: guildName(id, spec), channelId: channelIdAt(id, 0), botRoleId: botRoleId(id) };
  }

  function add(spec: GuildSpec): GuildHandle {
    const id = snowflakeAt(FOUNDED_MS + founded++);
    guilds.set(id, spec);
    return handle(id);
  }

  for (const spec of specs) add(spec);

  return {
    ids: () => [...guilds.keys()],
    handle,
    payload,
    channel,
    botPermissions(channelId) {
      const guildId = withoutIncrement(channelId);
      const roles = asList(payload(guildId)?.roles).map(asObject);
      const own = roles.filter(({ id }) => id === guildId || id === botRoleId(guildId));
      const base = own.reduce((bits, { permissions }) => bits | BigInt(String(permissions)), 0n);
      return base & Permission.Administrator ? base : base & ~(denied.get(channelId) ?? 0n);
    },
    add,
    remove(id) {
      latest = null;
      const spec = guilds.get(id);
      if (spec) left.set(id, spec);
      return guilds.delete(id);
    },
    restore(id, joinedAt) {
      const spec = left.get(id);
      if (!spec) throw new Error(`The bot has not left a server ${id}: kick it out first.`);
      guilds.set(id, { ...spec, joinedAt });
      return handle(id);
    },
    deny(channelId, permissions) {
      latest = null;
      denied.set(channelId, permissions);
    },
    deleteChannel(channelId) {
      latest = null;
      deleted.add(channelId);
    },
  };
}
