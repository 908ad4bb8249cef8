/** The bot's permissions in a channel. */
import { DiscordAPIError, type REST } from '@discordjs/rest';
import {
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type APIUser,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
  Routes,
} from 'discord-api-types/v10';
import type { Obstacle, Preferences } from '../answer/daily.ts';
import type { MessageKey } from '../messages/messages.ts';

/** The fields in use of a server's channel, or of a thread, whose parent is its channel. */
interface GuildChannel {
  readonly type: ChannelType;
  readonly guild_id: string;
  readonly parent_id?: string | null;
  readonly permission_overwrites?: readonly APIOverwrite[];
}

const THREADS: readonly ChannelType[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** The names of permissions in Discord's settings. */
const NAMES = {
  ViewChannel: 'discord.permission.viewChannel',
  SendMessages: 'discord.permission.sendMessages',
  SendMessagesInThreads: 'discord.permission.sendMessagesInThreads',
  CreatePublicThreads: 'discord.permission.createPublicThreads',
  MentionEveryone: 'discord.permission.mentionEveryone',
  ReadMessageHistory: 'discord.permission.readMessageHistory',
} as const satisfies Record<string, MessageKey>;

type Permission = keyof typeof NAMES;

/** In Discord's order: the roles' permissions combined, then the channel's overwrites for everyone, roles, member. */
function permissionsIn(channel: GuildChannel, guild: string, roles: readonly APIRole[], me: APIGuildMember): bigint {
  const mine = [guild, ...me.roles];
  const base = roles
    .filter(({ id }) => mine.includes(id))
    .reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if (base & PermissionFlagsBits.Administrator) return ~0n;
  const overwrites = channel.permission_overwrites ?? [];
  const layers = [
    overwrites.filter(({ id }) => id === guild),
    overwrites.filter(({ id, type }) => type === OverwriteType.Role && id !== guild && mine.includes(id)),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === me.user.id),
  ];
  return layers.reduce((bits, layer) => {
    const denied = layer.reduce((all, { deny }) => all | BigInt(deny), 0n);
    const allowed = layer.reduce((all, { allow }) => all | BigInt(allow), 0n);
    return (bits & ~denied) | allowed;
  }, base);
}

/** The channel does not exist, or the bot cannot see it. */
const UNSEEN = [403, 404];

/** A server's channel, or null if the bot cannot see one with that id. */
async function channelOf(rest: REST, id: string): Promise<GuildChannel | null> {
  try {
    const channel = (await rest.get(Routes.channel(id))) as Partial<GuildChannel>;
    return channel.guild_id === undefined ? null : (channel as GuildChannel);
  } catch (error) {
    if (error instanceof DiscordAPIError && UNSEEN.includes(error.status)) return null;
    throw error;
  }
}

/** The id of the bot's own account. */
export async function ownId(rest: REST, signal?: AbortSignal): Promise<string> {
  const { id } = (await rest.get(Routes.user(), signal && { signal })) as APIUser;
  return id;
}

async function lackedIn(rest: REST, channel: GuildChannel, wanted: readonly Permission[]) {
  const me = await ownId(rest);
  const [roles, member] = await Promise.all([
    rest.get(Routes.guildRoles(channel.guild_id)) as Promise<APIRole[]>,
    rest.get(Routes.guildMember(channel.guild_id, me)) as Promise<APIGuildMember>,
  ]);
  const bits = permissionsIn(channel, channel.guild_id, roles, member);
  // Without View Channel nothing can be done in a channel, whatever else is allowed.
  const usable = bits & PermissionFlagsBits.ViewChannel ? bits : 0n;
  return wanted.filter((name) => (usable & PermissionFlagsBits[name]) === 0n);
}

/**
 * Which of these permissions the bot lacks in a channel; View Channel if it cannot even see the channel (https://discord.com/developers/docs/topics/permissions#permission-overwrites).
 * @throws what `rest` throws if Discord cannot be reached.
 */
export async function missingPermissions(
  rest: REST,
  channelId: string,
  wanted: readonly Permission[],
): Promise<readonly Permission[]> {
  const channel = await channelOf(rest, channelId);
  return channel ? lackedIn(rest, channel, wanted) : ['ViewChannel'];
}

const named = (lacked: readonly Permission[]): readonly MessageKey[] => lacked.map((permission) => NAMES[permission]);

/** Whether a role of a server can be pinged without a permission; false if it does not exist. */
async function isMentionable(rest: REST, guildId: string, role: string): Promise<boolean> {
  const roles = (await rest.get(Routes.guildRoles(guildId))) as APIRole[];
  return roles.find(({ id }) => id === role)?.mentionable === true;
}

/**
 * The obstacles to a server's daily post in a channel; another server's channel counts as one that the bot cannot see.
 */
export async function obstaclesToPost(
  rest: REST,
  guildId: string,
  channelId: string,
  { publish, thread, role }: Pick<Preferences, 'publish' | 'thread' | 'role'>,
): Promise<Obstacle | null> {
  const channel = await channelOf(rest, channelId);
  if (channel?.guild_id !== guildId) return { missing: [NAMES.ViewChannel] };
  // The role @everyone has the server's id.
  if (role === guildId) return { refused: 'discord.daily.everyone' };
  if (publish && channel.type !== ChannelType.GuildAnnouncement) return { refused: 'discord.daily.notAnnouncement' };
  const lacked = await lackedIn(rest, channel, [
    ...(['ViewChannel', 'SendMessages'] as const),
    ...(thread ? (['CreatePublicThreads'] as const) : []),
    ...(role !== null && !(await isMentionable(rest, guildId, role)) ? (['MentionEveryone'] as const) : []),
  ]);
  return lacked.length === 0 ? null : { missing: named(lacked) };
}

/** The same for answering a message in a channel, or in a thread, where its channel's overwrites apply. */
export async function missingToAnswer(rest: REST, id: string): Promise<readonly MessageKey[]> {
  const place = await channelOf(rest, id);
  if (!place) return [NAMES.ViewChannel];
  if (!THREADS.includes(place.type)) return named(await lackedIn(rest, place, ['ViewChannel', 'SendMessages']));
  const channel = place.parent_id ? await channelOf(rest, place.parent_id) : null;
  return named(await lackedIn(rest, channel ?? place, ['ViewChannel', 'SendMessagesInThreads']));
}
