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
  referenced_message: z
    .object({
      author: z.object({ id: z.string() }),
      embeds: z.array(z.object({ title: z.string().optional() })).default([]),
    })
    .nullish(),
});

export interface Mention {
  readonly message: string;
  readonly channel: string;
  readonly request: Request;
}

const CUSTOM_EMOJI = /<a?:\w+:\d+>/g;

/** Every message of every server passes here, and hardly any is for the bot. */
function mayBeForBot(raw: unknown, bot: string): boolean {
  if (typeof raw !== 'object' || raw === null || !('content' in raw)) return false;
  return String(raw.content).includes(bot) || ('type' in raw && raw.type === MessageType.Reply);
}

/**
 * The question of a message in which a person names the bot, without the name, or replies to it; no text besides asks for
 * help. A reply goes on from the answer that it replies to. Null for everything else: messages of bots and webhooks,
 * @everyone, and replies whose text Discord does not give, as they do not ping the bot.
 */
export function readMention(raw: unknown, bot: string): Mention | null {
  if (!mayBeForBot(raw, bot)) return null;
  const parsed = message.safeParse(raw);
  if (!parsed.success) return null;
  const { id, channel_id, guild_id, type, content, author, webhook_id, referenced_message } = parsed.data;
  const byPerson = !author.bot && !author.system && webhook_id === undefined;
  if (!byPerson || (type !== MessageType.Default && type !== MessageType.Reply)) return null;
  const name = new RegExp(`<@!?${bot}>`, 'g');
  const repliedTo = type === MessageType.Reply && referenced_message?.author.id === bot ? referenced_message : null;
  if (content.search(name) === -1 && (!repliedTo || content === '')) return null;
  const question = content.replace(name, ' ').replace(CUSTOM_EMOJI, ' ').replace(/\s+/g, ' ').trim();
  // Messages carry no permissions of their author, so nothing that needs them is run from one.
  const guild = guild_id === undefined ? {} : { guild: { id: guild_id, canManage: false } };
  const before = repliedTo?.embeds[0]?.title;
  const asker = {
    user: author.id,
    locale: 'en-GB',
    channel: channel_id,
    ...guild,
    ...(before !== undefined && { before }),
  };
  const asked = question ? { command: 'ask', options: { question } } : { command: 'help', options: {} };
  return { message: id, channel: channel_id, request: { ...asked, asker, origin: id } };
}
