/** A typed line as a request: a question in plain words, or a slash command such as `/fact prisoners topic:leaders`. */
import Fuse from 'fuse.js';
import { type Asker, type Awaitable, type Command, listed } from '../answer/command.ts';
import { type Dispatch, dispatch, type Request } from '../answer/dispatch.ts';
import { type Action, privateLine, type Reply } from '../answer/reply.ts';
import { quoteBack } from '../text/quote.ts';

/** The person at the terminal. */
export const ASKER: Asker = { user: 'terminal', locale: 'en' };

/** A command's name as typed: the message command "Check against the article" is `/check-against-the-article`. */
export function typedName({ name, kind }: Command): string {
  return kind === 'message command' ? name.toLowerCase().replaceAll(' ', '-') : name;
}

/**
 * The command that a line names after its slash, in one word or two, and the rest of the line; null if there is none.
 */
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

/** The option for text without an option's name: the first one. */
export function mainOption({ options }: Command): string | undefined {
  return Object.keys(options)[0];
}

/**
 * A pattern for a command's options in a line: a text runs up to the next option, or is quoted; others are one word.
 */
function namedOptions({ options }: Command): RegExp | null {
  const names = Object.keys(options);
  if (names.length === 0) return null;
  const next = `(?=\\s+(?:${names.map(RegExp.escape).join('|')}):|\\s*$)`;
  const forms = Object.entries(options).map(([name, { type }]) => {
    const value = type === 'text' ? `"[^"]*"|[^"\\s].*?${next}` : '"[^"]*"|\\S+';
    return `${RegExp.escape(name)}:(?:${value})`;
  });
  return new RegExp(`(?<!\\S)(?:${forms.join('|')})`, 'g');
}

function optionsOf(command: Command, rest: string): Record<string, string> {
  const given: Record<string, string> = {};
  const form = namedOptions(command);
  const words =
    form === null
      ? rest
      : rest.replace(form, (option) => {
          const [name = '', ...value] = option.split(':');
          given[name] = value.join(':').replace(/^"(.*)"$/, '$1');
          return '';
        });
  const main = mainOption(command);
  const left = words.replace(/\s+/g, ' ').trim();
  // Text for a command without options becomes an unknown option, so that it is reported rather than lost.
  return left === '' ? given : { ...given, [main ?? left]: left };
}

/** The last answer, which the next line may follow up: the entry, and the language. */
export interface Before {
  readonly entry: string | undefined;
  readonly language: string;
}

/** The answer to follow up after another reply. */
export function afterReply({ outcome, language }: Reply, before: Before | undefined): Before {
  return { entry: outcome?.entry ?? before?.entry, language };
}

const askerAfter = (before: Before | undefined): Asker =>
  before ? { ...ASKER, before: before.entry, locale: before.language } : ASKER;

/** The request of a line. Anything that does not begin with `/` is a question. */
export function requestOf(line: string, commands: readonly Command[], before?: Before): Request {
  const by = { asker: askerAfter(before) };
  const slash = /^\s*\/(\S+)/.exec(line);
  if (!slash) return { command: 'ask', options: { question: line }, ...by };
  const named = namedCommand(line, commands);
  if (!named) return { command: slash[1] ?? '', options: {}, ...by };
  return { command: named.command.name, options: optionsOf(named.command, named.rest), ...by };
}

/** The most similar name, if there is one. */
function nearest(typed: string, names: readonly string[]): string | undefined {
  if (typed.length < 3) return undefined;
  return new Fuse(names, { threshold: 0.5, ignoreLocation: true }).search(typed, { limit: 1 })[0]?.item;
}

/** The reply to a line; an unknown command gets its own message, because typed text cannot come from an old button. */
export function replyToLine(line: string, to: Dispatch, before?: Before): Awaitable<Reply> {
  const request = requestOf(line, to.commands, before);
  if (to.commands.some(({ name }) => name === request.command)) return dispatch(request, to);
  const { messages } = to.context;
  const near = nearest(request.command, listed(to.commands).map(typedName));
  const typed = quoteBack(request.command);
  if (near === undefined) return privateLine(messages, 'terminal.noCommand', { typed });
  return privateLine(messages, 'terminal.nearCommand', { typed, near });
}

/** The request for an action that a numbered choice stands for; `before` is the answer that it follows up. */
export function requestFor({ command, options }: Action, before?: Before): Request {
  return { command, options, asker: askerAfter(before) };
}
