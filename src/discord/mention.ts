/** A message that addresses the bot by name, as a question. */
import { MessageType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Request } from '../answer/dispatch.ts';

const message = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
  type: z.number(),
  content: z.string(),
  webhook_id: z.string().optional(),
  author: z.object({ id: z.string(), bot: z.boolean().optional(), system: z.boolean().optional() }),
});

export interface Mention {
  readonly message: string;
  readonly channel: string;
  readonly request: Request;
}

const CUSTOM_EMOJI = /<a?:\w+:\d+>/g;

/**
 * The question of a message in which a person names the bot, without the name; no text besides asks for help.
 * Null for everything else: messages of bots and webhooks, @everyone, and replies to the bot that do not name it.
 */
export function readMention(raw: unknown, bot: string): Mention | null {
  // Every message of every server passes here, and hardly any names the bot.
  const named = typeof raw === 'object' && raw !== null && 'content' in raw && String(raw.content).includes(bot);
  if (!named) return null;
  const parsed = message.safeParse(raw);
  if (!parsed.success) return null;
  const { id, channel_id, guild_id, type, content, author, webhook_id } = parsed.data;
  const byPerson = !author.bot && !author.system && webhook_id === undefined;
  if (!byPerson || (type !== MessageType.Default && type !== MessageType.Reply)) return null;
  const name = new RegExp(`<@!?${bot}>`, 'g');
  if (content.search(name) === -1) return null;
  const question = content.replace(name, ' ').replace(CUSTOM_EMOJI, ' ').replace(/\s+/g, ' ').trim();
  // Messages carry no permissions of their author, so nothing that needs them is run from one.
  const guild = guild_id === undefined ? {} : { guild: { id: guild_id, canManage: false } };
  const asker = { user: author.id, locale: 'en-GB', ...guild };
  const request = question ? { command: 'ask', options: { question }, asker } : { command: 'help', options: {}, asker };
  return { message: id, channel: channel_id, request };
}
