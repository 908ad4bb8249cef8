/** Turns command names in a reply, such as `/daily set`, into clickable mentions. */
import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { type Command, listed } from '../answer/command.ts';
import type { Reply } from '../answer/reply.ts';

/** The id of each slash command by its name; the id of its group if the name has two words. */
export type CommandIds = ReadonlyMap<string, string>;

/** The fields of a registered command that are needed here. */
type Registered = Pick<APIApplicationCommand, 'id' | 'name' | 'type'>;

/** The ids of the commands that are registered. */
export function commandIds(commands: readonly Command[], registered: readonly Registered[]): CommandIds {
  const slash = registered.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  const ids = new Map(slash.map(({ name, id }) => [name, id]));
  const named = listed(commands).filter(({ kind = 'slash' }) => kind === 'slash');
  return new Map(
    named.flatMap(({ name }) => {
      const id = ids.get(name.split(' ', 1)[0] ?? '');
      return id === undefined ? [] : [[name, id] as const];
    }),
  );
}

/** A command in a code span, perhaps with options, which are dropped: Discord itself shows a command's options. */
const NAMED = /`\/(([a-z]+)(?: [a-z]+)?)(?: [^`\n]*)?`/g;

function mentionsIn(text: string, ids: CommandIds): string {
  return text.replace(NAMED, (whole, two: string, one: string) => {
    const name = ids.has(two) ? two : one;
    const id = ids.get(name);
    return id === undefined ? whole : `</${name}:${id}>`;
  });
}

/** The reply with mentions instead of command names; unchanged while no ids are known. */
export function mentionCommands(reply: Reply, ids: CommandIds): Reply {
  if (ids.size === 0) return reply;
  return {
    ...reply,
    text: mentionsIn(reply.text, ids),
    sections: reply.sections.map(({ heading, text }) => ({ heading, text: mentionsIn(text, ids) })),
  };
}
