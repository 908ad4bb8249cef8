/** A message that addresses the bot by name, as a question. */
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

/** The entry that a message of ours answered: the one of its button for sources; before, a title was its question. */
function answeredIn({ embeds, components }: RepliedTo): string | undefined {
  const ids = components.flatMap(flatten).flatMap((one) => ('custom_id' in one ? [String(one.custom_id)] : []));
  const actions = ids.flatMap((id) => decodeWiring(id)?.action ?? []);
  return actions.find(({ command }) => command === 'source')?.options.question ?? embeds[0]?.title;
}

export interface Mention {
  readonly message: string;
  readonly channel: string;
  readonly request: Request;
  /** There was a text, which Discord does not give as only the bot's role is mentioned. */
  readonly isUnread: boolean;
}

const CUSTOM_EMOJI = /<a?:\w+:\d+>/g;

/** Every message of every server passes here, and hardly any is for the bot. */
function mayBeForBot(raw: unknown, bot: string, role: string | undefined): boolean {
  if (typeof raw !== 'object' || raw === null || !('content' in raw)) return false;
  if (String(raw.content).includes(bot) || ('type' in raw && raw.type === MessageType.Reply)) return true;
  return 'mention_roles' in raw && Array.isArray(raw.mention_roles) && raw.mention_roles.includes(role);
}

/**
 * The question of a message in which a person names the bot, or the role that it was given when it was invited, without
 * the name, or replies to it; no text besides asks for help. A reply goes on from the answer that it replies to. Null for
 * everything else: messages of bots and webhooks, @everyone, and replies whose text Discord does not give, as they do not
 * ping the bot.
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
  // Discord gives a text to whoever is named in it, but not to those who have a role that is.
  const isUnread = content === '' && role !== undefined && mention_roles.includes(role);
  if (content.search(name) === -1 && !isUnread && (!repliedTo || content === '')) return null;
  const question = content.replace(name, ' ').replace(CUSTOM_EMOJI, ' ').replace(/\s+/g, ' ').trim();
  // Messages carry no permissions of their author, so nothing that needs them is run from one.
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
