/** A typed line as a request: a question in plain words, or a slash command such as `/fact prisoners topic:leaders`. */
import { type Asker, type Command, listed } from '../answer/command.ts';
import type { Request } from '../answer/dispatch.ts';
import type { Action } from '../answer/reply.ts';

/** Whoever sits at the terminal. */
export const ASKER: Asker = { user: 'terminal', locale: 'en' };

/** A command's name as it is typed: of a message command, "Check against the article" is `/check-against-the-article`. */
export function typedName({ name, kind }: Command): string {
  return kind === 'message command' ? name.toLowerCase().replaceAll(' ', '-') : name;
}

/** The command that a line names after its stroke, in one word or two, and what follows the name; null for neither. */
export function namedCommand(
  line: string,
  commands: readonly Command[],
): { readonly command: Command; readonly rest: string } | null {
  for (const command of listed(commands)) {
    const words = typedName(command).split(' ').map(RegExp.escape);
    const rest = new RegExp(`^\\s*/${words.join('\\s+')}(?=\\s|$)(.*)$`, 'is').exec(line)?.[1];
    if (rest !== undefined) return { command, rest };
  }
  return null;
}

/** The option that words without a name go to: the first one. */
export function mainOption({ options }: Command): string | undefined {
  return Object.keys(options)[0];
}

function optionsOf(command: Command, rest: string): Record<string, string> {
  const given: Record<string, string> = {};
  const words = rest.replace(/(?<!\S)(\w+):("[^"]*"|\S+)/g, (whole, name: string, value: string) => {
    if (!Object.hasOwn(command.options, name)) return whole;
    given[name] = value.replace(/^"(.*)"$/, '$1');
    return '';
  });
  const main = mainOption(command);
  const left = words.replace(/\s+/g, ' ').trim();
  // Words for a command without options are an option it does not know, so that they are not lost unsaid.
  return left === '' ? given : { ...given, [main ?? left]: left };
}

/** The request of a line. Anything that does not begin with `/` is a question. */
export function requestOf(line: string, commands: readonly Command[], before?: string): Request {
  const asker = { ...ASKER, before };
  const slash = /^\s*\/(\S+)/.exec(line);
  if (!slash) return { command: 'ask', options: { question: line }, asker };
  const named = namedCommand(line, commands);
  if (!named) return { command: slash[1] ?? '', options: {}, asker };
  return { command: named.command.name, options: optionsOf(named.command, named.rest), asker };
}

/** The request of an action, which a numbered choice stands for; `before` is the entry that it goes on from. */
export function requestFor({ command, options }: Action, before?: string): Request {
  return { command, options, asker: { ...ASKER, before } };
}
