/** Reads a message that mentions the bot as a question. */
import { MessageType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Request } from '../answer/dispatch.ts';
import { decodeWiring } from './custom-id.ts';
import { flatten } from './message-text.ts';

const message = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
  type: z.number(),
  content: z.string(),
  mention_roles: z.array(z.string()).default([]),
  webhook_id: z.string().optional(),
  author: z.object({ id: z.string(), bot: z.boolean().optional(), system: z.boolean().optional() }),
  referenced_message: z
    .object({
      author: z.object({ id: z.string() }),
      embeds: z.array(z.object({ title: z.string().optional() })).default([]),
      components: z.array(z.unknown()).default([]),
    })
    .nullish(),
});

type RepliedTo = NonNullable<z.infer<typeof message>['referenced_message']>;

/**
 * The entry that one of the bot's messages answered: from its button for sources, or in older messages from the title,
 * which was the question.
 */
function answeredIn({ embeds, components }: RepliedTo): string | undefined {
  const ids = components.flatMap(flatten).flatMap((one) => ('custom_id' in one ? [String(one.custom_id)] : []));
  const actions = ids.flatMap((id) => decodeWiring(id)?.action ?? []);
  return actions.find(({ command }) => command === 'source')?.options.question ?? embeds[0]?.title;
}

export interface Mention {
  readonly message: string;
  readonly channel: string;
  readonly request: Request;
  /** The message had a text, which Discord withholds because only the bot's role is mentioned. */
  readonly isUnread: boolean;
}

const CUSTOM_EMOJI = /<a?:\w+:\d+>/g;

/** A quick test, because every message of every server comes here and hardly any is for the bot. */
function mayBeForBot(raw: unknown, bot: string, role: string | undefined): boolean {
  if (typeof raw !== 'object' || raw === null || !('content' in raw)) return false;
  if (String(raw.content).includes(bot) || ('type' in raw && raw.type === MessageType.Reply)) return true;
  return 'mention_roles' in raw && Array.isArray(raw.mention_roles) && raw.mention_roles.includes(role);
}

/**
 * The question of a message in which a person mentions the bot or its own role, or replies to it; the mention is
 * removed. A message without other text asks for help. A reply follows up the answer that it replies to. Null for
 * everything else: messages of bots and webhooks, @everyone, and replies without a ping, whose text Discord withholds.
 */
export function readMention(raw: unknown, bot: string, role?: string): Mention | null {
  if (!mayBeForBot(raw, bot, role)) return null;
  const parsed = message.safeParse(raw);
  if (!parsed.success) return null;
  const { id, channel_id, guild_id, type, content, author, webhook_id, mention_roles, referenced_message } =
    parsed.data;
  const byPerson = !author.bot && !author.system && webhook_id === undefined;
  if (!byPerson || (type !== MessageType.Default && type !== MessageType.Reply)) return null;
  const name = new RegExp(`<@(?:!?${bot}|&${role})>`, 'g');
  const repliedTo = type === MessageType.Reply && referenced_message?.author.id === bot ? referenced_message : null;
  // Discord gives the text to those mentioned in it, but not to the members of a mentioned role.
  const isUnread = content === '' && role !== undefined && mention_roles.includes(role);
  if (content.search(name) === -1 && !isUnread && (!repliedTo || content === '')) return null;
  const question = content.replace(name, ' ').replace(CUSTOM_EMOJI, ' ').replace(/\s+/g, ' ').trim();
  // Messages carry no permissions of their author, so commands that need them are not run from one.
  const guild = guild_id === undefined ? {} : { guild: { id: guild_id, canManage: false } };
  const before = repliedTo ? answeredIn(repliedTo) : undefined;
  const asker = {
    user: author.id,
    locale: 'en-GB',
    channel: channel_id,
    ...guild,
    ...(before !== undefined && { before }),
  };
  const asked = question ? { command: 'ask', options: { question } } : { command: 'help', options: {} };
  return {
    message: id,
    channel: channel_id,
    request: { ...asked, asker, origin: id },
    isUnread,
  };
}
