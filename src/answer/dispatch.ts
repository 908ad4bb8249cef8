/** From a request, whichever edge it comes through, to the command that answers it. */
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
  /** The id of what it came by: an interaction, a message, or the message on which a button was pressed. */
  readonly origin?: string;
}

export interface Dispatch {
  readonly commands: readonly Command[];
  readonly context: Context;
  /** The language to answer in, if it is settled whatever language is asked in. */
  readonly language?: string | undefined;
  /** Told of every failure of a command, under the id that the person sees. */
  readonly onError: (id: string, error: unknown) => void;
}

/** Whether somebody may use a command where they are. */
export function allowed(command: Command, { guild }: Asker): boolean {
  return !command.managersOnly || guild?.canManage === true;
}

/** What answers somebody who speaks a language: in the language that was settled, found by the words of theirs. */
function spokenTo(language: string | undefined, spoken: string, { languages }: Context): Spoken {
  const own = languages.in(spoken);
  if (language === undefined || language === spoken) return own;
  const { knowledge, messages } = languages.in(language);
  return { knowledge, messages, search: showing(own.search, own.knowledge, knowledge) };
}

/**
 * The reply to a request; neither throws nor rejects. An unknown command, a bad option and a lack of permission come as a
 * private line that says so; an error as a private line with an id, and to `onError` whole.
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
    // Whoever settles a language most likely asks in it.
    const expected = { locale: language ?? request.asker.locale };
    const spoken = spokenTo(language, languageSpoken(expected, command, values, context), context);
    const on = onArticle(command, values, { ...context, ...spoken }, offered);
    const reply = command.run(values, on.context, request.asker);
    return reply instanceof Promise ? reply.then(on.finish).catch(failed) : on.finish(reply);
  } catch (error) {
    return failed(error);
  }
}
