import type { APIMessage } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { notTheAuthor } from '../errors.ts';
import type { Json } from '../json.ts';
import { requireEdit, requireMessage } from '../limits/message.ts';
import { type Call, noContent, ok, param, type Route } from './route.ts';

/**
 * The messages nearest before or after an id, or the newest; always newest first.
 * https://discord.com/developers/docs/resources/message#get-channel-messages
 */
function pageOf(messages: APIMessage[], { before, after, limit = '50' }: Call['query']): APIMessage[] {
  const most = Number(limit);
  const byAge = messages.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
  const page =
    after === undefined
      ? byAge.filter(({ id }) => before === undefined || BigInt(id) < BigInt(before)).slice(-most)
      : byAge.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, most);
  return page.toReversed();
}

/** Channels and the bot's messages in them. */
export function messageRoutes({ bot, channels, messages, posts }: Core): Route[] {
  function channelOf(call: Call, toSend = false): string {
    const id = param(call, 'channel');
    channels.require(id, toSend);
    return id;
  }

  function ownMessage(call: Call): APIMessage {
    const message = messages.require(channelOf(call), param(call, 'message'));
    if (message.author.id !== bot.id) throw notTheAuthor();
    return message;
  }

  function repeatOf(channelId: string, { nonce, enforce_nonce }: Json): APIMessage | undefined {
    return enforce_nonce && nonce !== undefined ? messages.withNonce(channelId, bot.id, nonce) : undefined;
  }

  return [
    { method: 'GET', path: '/channels/:channel', handle: (call) => ok(channels.require(param(call, 'channel'))) },
    {
      method: 'GET',
      path: '/channels/:channel/messages',
      handle: (call) => ok(pageOf(messages.in(channelOf(call)), call.query)),
    },
    {
      method: 'GET',
      path: '/channels/:channel/messages/:message',
      handle: (call) => ok(messages.require(channelOf(call), param(call, 'message'))),
    },
    {
      method: 'POST',
      path: '/channels/:channel/messages',
      handle(call) {
        const channelId = channelOf(call, true);
        if (call.body.message_reference) channels.requireReply(channelId);
        requireMessage(call.body);
        return ok(repeatOf(channelId, call.body) ?? posts.send(channelId, call.body));
      },
    },
    {
      method: 'PATCH',
      path: '/channels/:channel/messages/:message',
      handle(call) {
        const message = ownMessage(call);
        requireEdit(call.body, message);
        return ok(posts.edit(message, call.body));
      },
    },
    {
      method: 'DELETE',
      path: '/channels/:channel/messages/:message',
      handle(call) {
        posts.remove(ownMessage(call));
        return noContent;
      },
    },
  ];
}
