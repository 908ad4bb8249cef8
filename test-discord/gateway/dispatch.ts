import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import { asList, asObject, type Json } from '../json.ts';

/** Sends an event to every session that should receive it. */
export type Dispatch = (event: string, data: Json) => void;

/** Intents that Discord must grant to an application. */
export const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

/** The intent that a session needs for an event; 0 if it needs none. */
export function neededIntent(event: string, data: Json): number {
  if (event.startsWith('MESSAGE_')) return data.guild_id ? Intent.GuildMessages : Intent.DirectMessages;
  if (event.startsWith('GUILD_') || event.startsWith('CHANNEL_')) return Intent.Guilds;
  return 0;
}

/** The guild that an event belongs to, which decides its shard; null for direct messages and the like. */
export function guildOf(event: string, data: Json): string | null {
  const id = event === 'GUILD_CREATE' || event === 'GUILD_DELETE' ? data.id : data.guild_id;
  return typeof id === 'string' ? id : null;
}

/**
 * Without the content intent, a bot gets a message's text only in direct messages, when it is mentioned, and of its own
 * messages. https://discord.com/developers/docs/events/gateway#message-content-intent
 */
export function redact(event: string, data: Json, intents: number, botId: string): Json {
  const isWritten = event === 'MESSAGE_CREATE' || event === 'MESSAGE_UPDATE';
  if (!isWritten || !data.guild_id || intents & Intent.MessageContent) return data;
  const mentioned = asList(data.mentions).some((user) => asObject(user).id === botId);
  if (mentioned || asObject(data.author).id === botId) return data;
  return { ...data, content: '', embeds: [], components: [], attachments: [] };
}
