/** A typed line as a request: a question in plain words, or a slash command such as `/fact prisoners topic:leaders`. */
import type { Asker, Command } from '../answer/command.ts';
import type { Request } from '../answer/dispatch.ts';

const ASKER: Asker = { user: 'terminal', locale: 'en' };

/** A command's name as it is typed: "Check against the article" is `/check-against-the-article`. */
export function typedName({ name }: Command): string {
  return name.toLowerCase().replaceAll(' ', '-');
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
export function requestOf(line: string, commands: readonly Command[]): Request {
  const slash = /^\s*\/(\S+)\s*(.*)$/s.exec(line);
  if (!slash) return { command: 'ask', options: { question: line }, asker: ASKER };
  const [, name = '', rest = ''] = slash;
  const command = commands.find((one) => typedName(one) === name.toLowerCase());
  if (!command) return { command: name, options: {}, asker: ASKER };
  return { command: command.name, options: optionsOf(command, rest), asker: ASKER };
}

/** The request that a numbered choice stands for. */
export function requestFor({
  command,
  options,
}: {
  command: string;
  options: Readonly<Record<string, string>>;
}): Request {
  return { command, options, asker: ASKER };
}
