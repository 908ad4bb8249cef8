/** From a request to a reply, with what concerns every edge: the person's limit, the count, the log. */

import type { Logger } from '../config/log.ts';
import type { Messages } from '../messages/messages.ts';
import { memoize } from '../text/memoize.ts';
import { contextAmong, hasSeveral } from './articles.ts';
import { type Autocomplete, complete } from './autocomplete.ts';
import type { Awaitable, Choice, Command, Context } from './command.ts';
import { type Conversations, createConversations } from './conversations.ts';
import type { DailyService, Server } from './daily.ts';
import { type Dispatch, dispatch, type Request } from './dispatch.ts';
import { spokenFor } from './language-of.ts';
import { privateLine, type Reply } from './reply.ts';
import type { ServerArticles } from './server-articles.ts';

/** Said to somebody who asks faster than they may. */
export const slowDown = memoize((messages: Messages) => privateLine(messages, 'answer.handler.slowDown'));

/** The command by which articles are chosen. */
const CHOOSING = 'articles';

/** What every context is made of, whoever asks. */
type Snapshot = Omit<Context, 'now'>;

/** Those who know the answers, whichever edge a request comes through. */
export interface Handler {
  readonly answer: (request: Request) => Awaitable<Reply>;
  /** What to offer a person who is typing. */
  readonly complete: (typing: Autocomplete) => readonly Choice[];
  readonly now: () => number;
}

/** A reply as it goes out, once what it was asked is handed on; one that answers no question stays. */
export type AfterAnswer = (reply: Reply, request: Request, now: number) => Reply;

/** What is kept of questions: what commands may ask of it, and what follows an answer. */
export interface QuestionRecords extends Pick<Context, 'insights' | 'privacy'> {
  readonly afterAnswer: AfterAnswer;
}

export interface HandlerOptions {
  readonly commands: readonly Command[];
  /** The knowledge as it is now. */
  readonly current: () => Snapshot;
  /** Where there is a token to post with. */
  readonly daily?: DailyService | undefined;
  /** Where there is a store. */
  readonly records?: QuestionRecords | undefined;
  readonly serverArticles?: ServerArticles | undefined;
  /** The language of a server; undefined if it cannot be told now. */
  readonly serverLanguage?: ((server: Server) => Promise<string | undefined>) | undefined;
  /** Told of each reply: its command, how it came out, and the seconds it took to work out. */
  readonly replied: (command: string, status: string, seconds: number) => void;
  /** Whether a person may have one more answer now. */
  readonly mayAsk: (user: string) => boolean;
  /** The same of one more list of choices; a person who types too fast is offered none. */
  readonly mayComplete: (user: string) => boolean;
  readonly log: Logger;
  readonly now: () => number;
}

/** The request as it is meant by somebody who may go on from what they were answered with in the same channel. */
function inConversation(request: Request, conversations: Conversations, now: number): Request {
  const { user, channel, before } = request.asker;
  if (channel === undefined || before !== undefined) return request;
  const last = conversations.before(user, channel, now);
  if (!last) return request;
  // Whoever goes on does so in the language that they were answered in.
  return { ...request, asker: { ...request.asker, before: last.entry, locale: last.language } };
}

export function createHandler(options: HandlerOptions): Handler {
  const conversations = createConversations();
  const { commands, current, daily, records, serverArticles, serverLanguage, replied, mayAsk, mayComplete, log, now } =
    options;
  const names = new Set(commands.map(({ name }) => name));
  const lists = new Set(commands.filter(({ isList }) => isList).map(({ name }) => name));
  // Put together once for a knowledge: every question needs one.
  const timeless = memoize((snapshot: Snapshot) => ({
    ...snapshot,
    ...(daily && { daily }),
    ...(serverArticles && { serverArticles }),
    ...(records?.insights && { insights: records.insights }),
    ...(records?.privacy && { privacy: records.privacy }),
  }));
  const through = (onError: Dispatch['onError'], articles: readonly string[]): Dispatch => ({
    commands,
    context: { ...contextAmong(timeless(current()), articles), now: new Date(now()) },
    onError,
  });
  /** The articles that are heard of where somebody asks; to choose among them, all are to be seen. */
  const heardOf = ({ asker: { guild }, command }: Pick<Request, 'asker' | 'command'>): Awaitable<readonly string[]> =>
    guild && serverArticles && command !== CHOOSING && hasSeveral(current().knowledge)
      ? serverArticles.of(guild.id)
      : [];
  /** The request with the language in which everybody there is to read the reply. */
  const forReaders = (request: Request): Awaitable<Request> => {
    const { guild } = request.asker;
    if (!guild || !serverLanguage || !lists.has(request.command)) return request;
    return serverLanguage(guild).then((locale = request.asker.locale) => ({
      ...request,
      asker: { ...request.asker, locale },
    }));
  };
  return {
    now,
    complete: (typing) => {
      const { command, option, asker } = typing;
      if (!mayComplete(asker.user)) return [];
      return complete(
        typing,
        through(
          (id, err) => log.error({ id, err, command, option }, 'autocomplete failed'),
          (command !== CHOOSING && asker.guild && serverArticles?.known(asker.guild.id)) || [],
        ),
      );
    },
    answer: (request): Awaitable<Reply> => {
      const began = performance.now();
      // A name that no command has comes from an old button; it must not grow the metrics.
      const command = names.has(request.command) ? request.command : 'unknown';
      const count = (status: string) => replied(command, status, (performance.now() - began) / 1000);
      if (!mayAsk(request.asker.user)) {
        count('limited');
        return slowDown(current().languages.in(spokenFor(request.asker.locale, current())).messages);
      }
      let failed = false;
      const onError = (id: string, err: unknown) => {
        failed = true;
        log.error({ id, err, command }, 'a command failed');
      };
      const meant = forReaders(inConversation(request, conversations, now()));
      const articles = heardOf(request);
      const dispatched = (request: Request, articles: readonly string[]) =>
        dispatch(request, through(onError, articles));
      const reply =
        meant instanceof Promise || articles instanceof Promise
          ? Promise.all([meant, articles]).then((both) => dispatched(...both))
          : dispatched(meant, articles);
      const finish = (reply: Reply): Reply => {
        const { user, channel } = request.asker;
        const entry = reply.outcome?.entry;
        if (channel !== undefined && entry)
          conversations.remember(user, channel, { entry, language: reply.language }, now());
        count(failed ? 'failed' : (reply.outcome?.status ?? 'shown'));
        return records ? records.afterAnswer(reply, request, now()) : reply;
      };
      // What is there at once needs no promise.
      return reply instanceof Promise ? reply.then(finish) : finish(reply);
    },
  };
}
