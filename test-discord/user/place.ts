import {
  type APIUser,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import type { Json } from '../json.ts';
import { asList, asObject } from '../json.ts';
import { apiMember } from '../state/accounts.ts';

/** Who acts, and where. */
export interface UserSpec {
  id?: string;
  name?: string;
  /** The id of a server; without one the user is in a direct message with the bot. */
  guild?: string;
  /** A channel of the server; by default its first one. */
  channel?: string;
  /** A direct message with somebody else, where only a user install works. */
  privateChannel?: boolean;
  /** Which install makes the commands available: the server's (or the bot's own direct message), or the user's. */
  install?: 'server' | 'user';
  /** The user's permissions in the server's channel. */
  permissions?: bigint;
  locale?: string;
}

/** The fields of an interaction that say who acts and where. */
export interface Place {
  user: APIUser;
  guildId: string | null;
  channelId: string;
  context: InteractionContextType;
  install: ApplicationIntegrationType;
  fields: Json;
}

const ORDINARY = Permission.ViewChannel | Permission.SendMessages | Permission.UseApplicationCommands;
/**
 * An app's permissions outside servers, according to Discord.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
 */
const IN_DIRECT_MESSAGES = Permission.AttachFiles | Permission.EmbedLinks | Permission.MentionEveryone;
/** 10 MiB, Discord's limit without boosts. */
const ATTACHMENT_LIMIT = 10_485_760;

/** A member as in MESSAGE_CREATE: without its user. */
export function partialMember(user: APIUser): Json {
  const { user: _user, ...member } = apiMember(user, []);
  return member;
}

function inServer(
  core: Core,
  user: APIUser,
  guildId: string,
  spec: UserSpec,
  install: ApplicationIntegrationType,
): Place {
  const guild = asObject(core.guilds.payload(core.guilds.handle(guildId).id));
  const channelId = spec.channel ?? core.guilds.handle(guildId).channelId;
  const channel = core.channels.get(channelId);
  if (!channel) throw new Error(`There is no channel ${channelId} in server ${guildId}: take one of discord.guilds.`);
  const permissions = spec.permissions ?? ORDINARY;
  const byUser = install === ApplicationIntegrationType.UserInstall;
  return {
    user,
    guildId,
    channelId,
    context: InteractionContextType.Guild,
    install,
    fields: {
      guild_id: guildId,
      guild: { id: guildId, locale: guild.preferred_locale, features: asList(guild.features) },
      guild_locale: guild.preferred_locale,
      channel_id: channelId,
      channel: { ...channel, permissions: permissions.toString() },
      member: { ...apiMember(user, []), permissions: permissions.toString() },
      app_permissions: (byUser ? IN_DIRECT_MESSAGES : core.guilds.botPermissions(channelId)).toString(),
      authorizing_integration_owners: byUser ? { [install]: user.id } : { [install]: guildId },
    },
  };
}

function outsideServers(core: Core, user: APIUser, spec: UserSpec, install: ApplicationIntegrationType): Place {
  const channel = spec.privateChannel ? core.channels.privateChannel([user]) : core.channels.direct(user);
  const permissions = spec.privateChannel ? IN_DIRECT_MESSAGES : IN_DIRECT_MESSAGES | Permission.UseExternalEmojis;
  const byUser = install === ApplicationIntegrationType.UserInstall;
  return {
    user,
    guildId: null,
    channelId: String(channel.id),
    context: spec.privateChannel ? InteractionContextType.PrivateChannel : InteractionContextType.BotDM,
    install,
    fields: {
      channel_id: channel.id,
      channel: { ...channel, recipients: spec.privateChannel ? channel.recipients : [core.bot] },
      user,
      app_permissions: permissions.toString(),
      authorizing_integration_owners: { [install]: byUser ? user.id : '0' },
    },
  };
}

/** Where a user acts, as an interaction describes it. */
export function placeOf(core: Core, user: APIUser, spec: UserSpec): Place {
  const byUser = spec.install === 'user' || spec.privateChannel === true;
  const install = byUser ? ApplicationIntegrationType.UserInstall : ApplicationIntegrationType.GuildInstall;
  const place = spec.guild
    ? inServer(core, user, spec.guild, spec, install)
    : outsideServers(core, user, spec, install);
  const locale = spec.locale ?? 'en-US';
  const common = { context: place.context, locale, entitlements: [], attachment_size_limit: ATTACHMENT_LIMIT };
  return { ...place, fields: { ...place.fields, ...common } };
}
