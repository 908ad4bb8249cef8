/** The visible text of a message: its own, and that of embeds, forwarded messages and polls in it. */
import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { limits } from './limits.ts';
import { TITLE } from './render.ts';

const text = z.string().nullish();

const written = {
  content: text,
  mentions: z.array(z.object({ id: z.string(), username: z.string(), global_name: text })).default([]),
  embeds: z
    .array(
      z.object({
        title: text,
        description: text,
        fields: z.array(z.object({ name: text, value: text })).default([]),
      }),
    )
    .default([]),
  components: z.array(z.unknown()).default([]),
};

const media = z.object({ text });

export const message = z.object({
  ...written,
  message_snapshots: z.array(z.object({ message: z.object(written) })).default([]),
  poll: z.object({ question: media, answers: z.array(z.object({ poll_media: media })).default([]) }).nullish(),
});

type Message = z.infer<typeof message>;
type Written = Omit<Message, 'message_snapshots' | 'poll'>;

const PERSON = /<@!?(\d+)>/g;
/** Roles, channels, commands, times, custom emoji: Discord shows something else than is written. */
const OTHER = /<(?:@&|#|\/|t:|a?:|id:)[^<>\n]{1,100}>/g;

/** A component and those nested in it. */
export function flatten(component: unknown): readonly object[] {
  if (typeof component !== 'object' || component === null) return [];
  const inside = 'components' in component && Array.isArray(component.components) ? component.components : [];
  return [component, ...inside.flatMap(flatten)];
}

/** The texts of a component and of those nested in it. */
const textsOf = (component: unknown): readonly string[] =>
  flatten(component).flatMap((one) =>
    'type' in one && one.type === ComponentType.TextDisplay && 'content' in one ? [String(one.content)] : [],
  );

/** The titles of one of the bot's messages: of its embeds, as in older messages, and of its text. */
export function titlesOf({ embeds, components = [] }: Pick<APIMessage, 'embeds' | 'components'>): readonly string[] {
  const lines = components.flatMap(textsOf).flatMap((text) => text.split('\n'));
  const titles = lines.filter((line) => line.startsWith(TITLE)).map((line) => line.slice(TITLE.length));
  return [...embeds.flatMap(({ title }) => title ?? []), ...titles];
}

function writtenIn({ content, mentions, embeds, components }: Written): readonly string[] {
  const names = new Map(mentions.map(({ id, username, global_name }) => [id, global_name ?? username]));
  const texts = [
    content,
    ...embeds.flatMap(({ title, description, fields }) => [
      title,
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]),
    ...components.flatMap(textsOf),
  ];
  return texts.map((text) => (text ?? '').replace(PERSON, (_, id: string) => names.get(id) ?? '').replace(OTHER, ''));
}

/** The texts of a message, one line each: mentions replaced by people's names, other markup left out. */
export function textOf({ message_snapshots, poll, ...own }: Message): string {
  const asked = poll ? [poll.question, ...poll.answers.map(({ poll_media }) => poll_media)] : [];
  return [
    ...[own, ...message_snapshots.map(({ message }) => message)].flatMap(writtenIn),
    ...asked.map(({ text }) => text),
  ]
    .flatMap((line) => line?.replace(/[ \t]+/g, ' ').trim() || [])
    .join('\n')
    .slice(0, limits.command.textOption);
}
