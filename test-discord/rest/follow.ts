import { ChannelType, MessageFlags, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { alreadyCrossposted, refuseIf, threadExists, wrongChannelType } from '../errors.ts';
import { asNumber } from '../json.ts';
import { checkRequiredText } from '../limits/text.ts';
import { type Call, created, ok, param, type Route } from './route.ts';

const THREAD_NAME = 100;

const THREAD_TYPES: Readonly<Record<number, ChannelType>> = {
  [ChannelType.GuildText]: ChannelType.PublicThread,
  [ChannelType.GuildAnnouncement]: ChannelType.AnnouncementThread,
};

/** Steps after a message: publishing it, and a thread under it. Discord does each only once. */
export function followRoutes({ channels, messages }: Core): Route[] {
  const at = (call: Call) => ({ channelId: param(call, 'channel'), messageId: param(call, 'message') });

  return [
    {
      method: 'POST',
      path: '/channels/:channel/messages/:message/crosspost',
      handle(call) {
        const { channelId, messageId } = at(call);
        const channel = channels.require(channelId, true);
        const message = messages.require(channelId, messageId);
        if (channel.type !== ChannelType.GuildAnnouncement) throw wrongChannelType();
        const flags = asNumber(message.flags);
        if (flags & MessageFlags.Crossposted) throw alreadyCrossposted();
        message.flags = flags | MessageFlags.Crossposted;
        return ok(message);
      },
    },
    {
      method: 'POST',
      path: '/channels/:channel/messages/:message/threads',
      handle(call) {
        const { channelId, messageId } = at(call);
        const channel = channels.require(channelId);
        const message = messages.require(channelId, messageId);
        const type = THREAD_TYPES[asNumber(channel.type)];
        if (type === undefined) throw wrongChannelType();
        channels.requirePermission(channelId, Permission.CreatePublicThreads);
        refuseIf(checkRequiredText(['name'], call.body.name, THREAD_NAME));
        if (message.thread) throw threadExists();
        // A thread has the id of its message.
        const thread = { id: messageId, type, name: call.body.name, parent_id: channelId, guild_id: channel.guild_id };
        Object.assign(message, { thread, flags: asNumber(message.flags) | MessageFlags.HasThread });
        return created(thread);
      },
    },
  ];
}
