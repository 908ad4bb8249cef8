/** Finds the command that answers a request, whichever edge it comes through, and runs it. */
import { randomBytes } from 'node:crypto';
import { showing } from '../search/showing.ts';
import { commandsFor, onArticle, withoutArticle } from './articles.ts';
import type { Asker, Awaitable, Command, Context } from './command.ts';
import { languageSpoken, spokenFor } from './language-of.ts';
import type { Spoken } from './languages.ts';
import { privateLine, type Reply } from './reply.ts';
import { BadOption, type Given, parseValues } from './values.ts';

export interface Request {
  readonly command: string;
  readonly options: Given;
  readonly asker: Asker;
  /** The id of its origin: an interaction, a message, or the message whose button was pressed. */
  readonly origin?: string;
}

export interface Dispatch {
  readonly commands: readonly Command[];
  readonly context: Context;
  /** The language to answer in, if it is fixed whatever the language of the question. */
  readonly language?: string | undefined;
  /** Called for every failure of a command, with the id that the person sees. */
  readonly onError: (id: string, error: unknown) => void;
}

/** Whether somebody may use a command where they are. */
export function allowed(command: Command, { guild }: Asker): boolean {
  return !command.managersOnly || guild?.canManage === true;
}

/** The knowledge and search for somebody who speaks one language, answering in the fixed language if there is one. */
function spokenTo(language: string | undefined, spoken: string, { languages }: Context): Spoken {
  const own = languages.in(spoken);
  if (language === undefined || language === spoken) return own;
  const { knowledge, messages } = languages.in(language);
  return { knowledge, messages, search: showing(own.search, own.knowledge, knowledge) };
}

/**
 * The reply to a request; it neither throws nor rejects. An unknown command, a bad option or a missing permission gives
 * a private line that says so. An error gives a private line with an id, and goes to `onError` in full.
 */
export function dispatch(request: Request, { commands, context, language, onError }: Dispatch): Awaitable<Reply> {
  const { messages } = context.languages.in(spokenFor(language ?? request.asker.locale, context));
  const offered = commandsFor(commands, context.knowledge);
  const command = offered.find(({ name }) => name === request.command);
  if (!command) return privateLine(messages, 'answer.dispatch.outdated');
  if (!allowed(command, request.asker)) {
    return privateLine(messages, 'answer.dispatch.managersOnly', { command: command.name });
  }
  const failed = (error: unknown): Reply => {
    if (error instanceof BadOption) return privateLine(messages, error.what.key, error.what.values);
    const id = randomBytes(4).toString('hex');
    onError(id, error);
    return privateLine(messages, 'answer.dispatch.failed', { id });
  };
  try {
    const values = parseValues(command.options, withoutArticle(request.options, command), messages);
    // Whoever fixes a language most likely asks in it.
    const expected = { locale: language ?? request.asker.locale, before: language ? undefined : request.asker.before };
    const spoken = spokenTo(language, languageSpoken(expected, command, values, context), context);
    const on = onArticle(command, values, { ...context, ...spoken }, offered);
    const reply = command.run(values, on.context, request.asker);
    return reply instanceof Promise ? reply.then(on.finish).catch(failed) : on.finish(reply);
  } catch (error) {
    return failed(error);
  }
}
