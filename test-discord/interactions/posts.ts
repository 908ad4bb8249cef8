import { type APIMessage, type APIUser, InteractionType, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Dispatch } from '../gateway/dispatch.ts';
import { asNumber, type Json } from '../json.ts';
import type { Channels } from '../state/channels.ts';
import type { Messages } from '../state/messages.ts';
import type { Interaction } from './record.ts';

/** Creates, edits and deletes messages; the gateway gets events for those that others can see. */
export interface Posts {
  /** Posts a message of the bot in a channel. */
  send(channelId: string, body: Json): APIMessage;
  /** Posts a message of the bot that answers an interaction. */
  reply(interaction: Interaction, body: Json): APIMessage;
  /** Posts a message of a user, with the fields that only a user's message has. */
  say(user: APIUser, channelId: string, content: string, extra: Json): APIMessage;
  edit(message: APIMessage, body: Json): APIMessage;
  remove(message: APIMessage): void;
}

const MESSAGE_TYPES: Partial<Record<InteractionType, MessageType>> = {
  [InteractionType.ApplicationCommand]: MessageType.ChatInputCommand,
  [InteractionType.MessageComponent]: MessageType.Reply,
};

const isHidden = (message: APIMessage) => Boolean(asNumber(message.flags) & MessageFlags.Ephemeral);

/** Posts by the bot and by users, on a store of messages and a gateway that gets the events. */
export function createPosts(
  { bot, applicationId }: { bot: APIUser; applicationId: string },
  messages: Messages,
  channels: Channels,
  dispatch: Dispatch,
): Posts {
  function announce(event: string, message: APIMessage, data: Json, extra: Json = {}): void {
    const guildId = channels.get(message.channel_id)?.guild_id;
    if (isHidden(message)) return;
    dispatch(event, { ...data, ...(guildId ? { guild_id: guildId } : {}), ...extra });
  }

  const asJson = (message: APIMessage) => message as unknown as Json;

  return {
    send(channelId, body) {
      const message = messages.create({ channelId, author: bot }, body);
      announce('MESSAGE_CREATE', message, asJson(message));
      return message;
    },
    reply(interaction, body) {
      const { id, type, user, channelId } = interaction;
      const extra = {
        type: MESSAGE_TYPES[type] ?? MessageType.Default,
        application_id: applicationId,
        webhook_id: applicationId,
        interaction_metadata: { id, type, user, authorizing_integration_owners: {} },
      };
      const message = messages.create({ channelId, author: bot, extra }, body);
      announce('MESSAGE_CREATE', message, asJson(message));
      return message;
    },
    say(author, channelId, content, extra) {
      const message = messages.create({ channelId, author }, { content });
      announce('MESSAGE_CREATE', message, asJson(message), extra);
      return message;
    },
    edit(message, body) {
      messages.edit(message, body);
      announce('MESSAGE_UPDATE', message, asJson(message));
      return message;
    },
    remove(message) {
      messages.remove(message);
      announce('MESSAGE_DELETE', message, { id: message.id, channel_id: message.channel_id });
    },
  };
}
