import { type APIUser, ChannelType, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { Json } from '../json.ts';
import { apiMember, apiUser } from './accounts.ts';

/** What a test specifies about a server; the rest is as in an average server. */
export interface GuildSpec {
  name?: string;
  /** Channels of every kind, the first of them a text channel. */
  channels?: number;
  roles?: number;
  emojis?: number;
  /** How many members GUILD_CREATE contains; without a privileged intent, only a few. */
  members?: number;
  /** The total number of members. */
  memberCount?: number;
  /** The permissions of the bot's role. */
  botPermissions?: bigint;
  locale?: string;
  /** When the bot was invited; by default long ago. */
  joinedAt?: string;
  /** Whether the server has a system channel, its first one. */
  systemChannel?: boolean;
}

/** The permissions of a bot that reads, answers and posts. */
const INVITED_WITH =
  Permission.ViewChannel | Permission.SendMessages | Permission.EmbedLinks | Permission.ReadMessageHistory;

const EVERYONE = Permission.ViewChannel | Permission.ReadMessageHistory | Permission.UseApplicationCommands;

const CHANNEL_KINDS = [
  ChannelType.GuildText,
  ChannelType.GuildCategory,
  ChannelType.GuildText,
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
];

// Offsets of the ids of a guild's parts from the guild's own id.
const ROLE_IDS = 1;
const CHANNEL_IDS = 1_000;
const EMOJI_IDS = 5_000;
const MEMBER_IDS = 10_000;

const child = (guildId: string, place: number) => (BigInt(guildId) + BigInt(place)).toString();
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

/** The server's name. */
export const guildName = (guildId: string, spec: GuildSpec) => spec.name ?? `Server ${guildId}`;

/** The id of the role that the bot was given when it was invited. */
export const botRoleId = (guildId: string) => child(guildId, ROLE_IDS);

/** The id of one of the guild's channels, by its index. */
export const channelIdAt = (guildId: string, index: number) => child(guildId, CHANNEL_IDS + index);

function role(id: string, name: string, position: number, permissions: bigint, managed = false): Json {
  return {
    id,
    name,
    position,
    permissions: permissions.toString(),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

function channel(guildId: string, index: number): Json {
  const type = CHANNEL_KINDS[index % CHANNEL_KINDS.length] ?? ChannelType.GuildText;
  const isCategory = type === ChannelType.GuildCategory;
  return {
    id: channelIdAt(guildId, index),
    type,
    name: index === 0 ? 'general' : `channel-${index}`,
    position: index,
    parent_id: isCategory || index === 0 ? null : channelIdAt(guildId, 1),
    permission_overwrites: [],
    flags: 0,
    ...(isCategory
      ? {}
      : { topic: `What channel ${index} is for`, last_message_id: null, nsfw: false, rate_limit_per_user: 0 }),
    ...(type === ChannelType.GuildVoice ? { bitrate: 64_000, user_limit: 0, rtc_region: null } : {}),
  };
}

const emoji = (guildId: string, index: number): Json => ({
  id: child(guildId, EMOJI_IDS + index),
  name: `emoji_${index}`,
  roles: [],
  require_colons: true,
  managed: false,
  animated: false,
  available: true,
});

/** A guild as in GUILD_CREATE; the same id and spec always give the same guild. */
export function guildPayload(guildId: string, spec: GuildSpec, bot: APIUser): Json {
  const { channels = 30, roles = 15, emojis = 20, members = 5, locale = 'en-US', systemChannel = true } = spec;
  const people = times(members, (index) => apiUser(child(guildId, MEMBER_IDS + index), `member_${index}`));
  return {
    id: guildId,
    name: guildName(guildId, spec),
    icon: null,
    splash: null,
    discovery_splash: null,
    description: null,
    banner: null,
    owner_id: people[0]?.id ?? child(guildId, MEMBER_IDS),
    application_id: null,
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: systemChannel ? channelIdAt(guildId, 0) : null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: locale,
    vanity_url_code: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    features: ['COMMUNITY', 'NEWS'],
    emojis: times(emojis, (index) => emoji(guildId, index)),
    stickers: [],
    roles: [
      role(guildId, '@everyone', 0, EVERYONE),
      {
        ...role(botRoleId(guildId), bot.username, 1, spec.botPermissions ?? INVITED_WITH, true),
        tags: { bot_id: bot.id },
      },
      ...times(Math.max(roles - 2, 0), (index) =>
        // Anybody may mention the first of them.
        ({ ...role(child(guildId, ROLE_IDS + 1 + index), `role ${index}`, index + 2, 0n), mentionable: index === 0 }),
      ),
    ],
    channels: times(channels, (index) => channel(guildId, index)),
    members: [apiMember(bot, [botRoleId(guildId)]), ...people.map((user) => apiMember(user, []))],
    member_count: spec.memberCount ?? 250,
    joined_at: spec.joinedAt ?? '2025-01-15T09:30:00.000000+00:00',
    large: (spec.memberCount ?? 250) > 250,
    unavailable: false,
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
