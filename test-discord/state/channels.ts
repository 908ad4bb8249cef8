import { type APIUser, ChannelType, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { cannotReply, missingAccess, missingPermissions, unknownChannel } from '../errors.ts';
import type { Json } from '../json.ts';
import type { Guilds } from './guilds.ts';

/** Every channel for messages: those of servers, and direct ones. */
export interface Channels {
  get(channelId: string): Json | undefined;
  /** The direct channel with a user, created if necessary. */
  direct(user: APIUser): Json;
  /** A channel between other people, which the bot sees only through a command that a user has installed. */
  privateChannel(users: APIUser[]): Json;
  /** Throws as Discord does if the bot may not see the channel (or, with `toSend`, not write in it). */
  require(channelId: string, toSend?: boolean): Json;
  /** Throws as Discord does if the bot lacks a permission in the channel. */
  requirePermission(channelId: string, permission: bigint): void;
  /** Throws as Discord does if the bot may not reply to messages in the channel. */
  requireReply(channelId: string): void;
}

/** The channels of the servers and of the people. */
export function createChannels(guilds: Guilds, nextId: () => string): Channels {
  const direct = new Map<string, Json>();
  const strangers = new Map<string, Json>();
  const byId = new Map<string, Json>();

  function open(type: ChannelType, recipients: APIUser[]): Json {
    const channel = { id: nextId(), type, recipients, last_message_id: null, flags: 0 };
    byId.set(channel.id, channel);
    return channel;
  }

  function once(known: Map<string, Json>, key: string, make: () => Json): Json {
    const channel = known.get(key) ?? make();
    known.set(key, channel);
    return channel;
  }

  const get = (channelId: string) => byId.get(channelId) ?? guilds.channel(channelId);

  const botMay = (channelId: string, permission: bigint) =>
    (guilds.botPermissions(channelId) & (permission | Permission.Administrator)) !== 0n;

  return {
    get,
    direct: (user) => once(direct, user.id, () => open(ChannelType.DM, [user])),
    privateChannel: (users) =>
      once(strangers, users.map(({ id }) => id).join(), () => open(ChannelType.GroupDM, users)),
    require(channelId, toSend = false) {
      const channel = get(channelId);
      if (!channel) throw unknownChannel();
      if (!channel.guild_id) {
        if (channel.type === ChannelType.GroupDM) throw missingAccess();
        return channel;
      }
      if (!botMay(channelId, Permission.ViewChannel)) throw missingAccess();
      if (toSend && !botMay(channelId, Permission.SendMessages)) throw missingPermissions();
      return channel;
    },
    requirePermission(channelId, permission) {
      if (!botMay(channelId, permission)) throw missingPermissions();
    },
    requireReply(channelId) {
      if (get(channelId)?.guild_id && !botMay(channelId, Permission.ReadMessageHistory)) throw cannotReply();
    },
  };
}
