import { type APIMessage, type APIUser, ComponentType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { unknownMessage } from '../errors.ts';
import { asList, asNumber, asObject, asText, type Json } from '../json.ts';
import { flatten } from '../limits/layout.ts';

/** "The past few minutes" in which Discord treats a repeated nonce as the same message. */
const NONCE_WINDOW_MS = 5 * 60_000;

/** The parts of a message besides what its sender wrote. */
export interface MessageFrame {
  channelId: string;
  author: APIUser;
  /** The fields that only some messages have. */
  extra?: Json;
}

/** Every message that was posted, by channel. */
export interface Messages {
  create(frame: MessageFrame, body: Json): APIMessage;
  edit(message: APIMessage, body: Json): APIMessage;
  remove(message: APIMessage): void;
  /** Throws if there is none. */
  require(channelId: string, messageId: string): APIMessage;
  /** Newest last. */
  in(channelId: string): APIMessage[];
  /** The message that was recently posted with this nonce. */
  withNonce(channelId: string, authorId: string, nonce: unknown): APIMessage | undefined;
}

function numbered(components: unknown): Json[] {
  let id = 0;
  const number = (component: Json): Json => {
    id += 1;
    const own = { ...component, id: component.id ?? id };
    return Array.isArray(component.components)
      ? { ...own, components: component.components.map((inner) => number(asObject(inner))) }
      : own;
  };
  return asList(components).map((component) => number(asObject(component)));
}

/** Flags that an edit leaves as they are. */
const KEPT = MessageFlags.Ephemeral | MessageFlags.Loading;

/** In such a message, files are shown only by components that refer to them. */
const isLayout = ({ flags }: Json) => Boolean(asNumber(flags) & MessageFlags.IsComponentsV2);

const richEmbeds = (embeds: unknown) => asList(embeds).map((embed) => ({ type: 'rich', ...asObject(embed) }));

/** The texts of components, which can mention as a message's content can. */
const textsOf = (components: unknown): string[] =>
  asList(components)
    .flatMap(flatten)
    .flatMap(({ type, content }) => (type === ComponentType.TextDisplay ? asText(content) : []));

const idsIn = (content: string, mention: RegExp) => [...content.matchAll(mention)].flatMap(([, id]) => id ?? []);

/** Whether a message's `allowed_mentions` allows mentioning a role; without any, all are allowed. */
function mayMention(allowed: unknown, role: string): boolean {
  if (allowed === undefined || allowed === null) return true;
  const { parse, roles } = asObject(allowed);
  return asList(parse).includes('roles') || asList(roles).includes(role);
}

/** A store that creates messages as Discord would; `userOf` finds the users that can be mentioned. */
export function createMessages(
  now: () => number,
  nextId: () => string,
  userOf: (id: string) => APIUser | undefined,
): Messages {
  const channels = new Map<string, Map<string, APIMessage>>();
  const timestamp = () => new Date(now()).toISOString();
  const of = (channelId: string) => [...(channels.get(channelId)?.values() ?? [])];

  return {
    create({ channelId, author, extra = {} }, body) {
      const content = asText(body.content);
      const written = [content, ...textsOf(body.components)].join('\n');
      const message = {
        id: nextId(),
        channel_id: channelId,
        author,
        content,
        timestamp: timestamp(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        mentions: idsIn(written, /<@!?(\d+)>/g).flatMap((id) => userOf(id) ?? []),
        mention_roles: idsIn(written, /<@&(\d+)>/g).filter((id) => mayMention(body.allowed_mentions, id)),
        attachments: isLayout(body) ? [] : asList(body.attachments),
        embeds: richEmbeds(body.embeds),
        components: numbered(body.components),
        pinned: false,
        type: MessageType.Default,
        flags: asNumber(body.flags),
        ...(body.nonce === undefined ? {} : { nonce: body.nonce }),
        ...(body.message_reference ? { type: MessageType.Reply, message_reference: body.message_reference } : {}),
        ...extra,
      } as unknown as APIMessage;
      const inChannel = channels.get(channelId) ?? new Map<string, APIMessage>();
      channels.set(channelId, inChannel.set(message.id, message));
      return message;
    },
    edit(message, body) {
      const { content, embeds, components, flags } = body;
      Object.assign(message, {
        ...(content === undefined ? {} : { content: asText(content) }),
        ...(embeds === undefined ? {} : { embeds: richEmbeds(embeds) }),
        ...(body.attachments === undefined ? {} : { attachments: isLayout(body) ? [] : asList(body.attachments) }),
        ...(components === undefined ? {} : { components: numbered(components) }),
        ...(flags === undefined ? {} : { flags: asNumber(flags) | (asNumber(message.flags) & KEPT) }),
        edited_timestamp: timestamp(),
      });
      return message;
    },
    remove: (message) => void channels.get(message.channel_id)?.delete(message.id),
    require(channelId, messageId) {
      const message = channels.get(channelId)?.get(messageId);
      if (!message) throw unknownMessage();
      return message;
    },
    in: of,
    withNonce: (channelId, authorId, nonce) =>
      of(channelId).find(
        (message) =>
          message.author.id === authorId &&
          message.nonce === nonce &&
          now() - Date.parse(message.timestamp) < NONCE_WINDOW_MS,
      ),
  };
}
