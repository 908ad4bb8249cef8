/** From a request to a reply, with what every edge needs: the rate limit, the metrics, the log. */

import type { Logger } from '../config/log.ts';
import { hasSeveral } from '../knowledge/of-articles.ts';
import type { Messages } from '../messages/messages.ts';
import { memoize } from '../text/memoize.ts';
import { contextAmong } from './articles.ts';
import { type Autocomplete, complete } from './autocomplete.ts';
import type { Awaitable, Choice, Command, Context } from './command.ts';
import { type Conversations, createConversations } from './conversations.ts';
import type { DailyService } from './daily.ts';
import { type Dispatch, dispatch, type Request } from './dispatch.ts';
import { spokenFor } from './language-of.ts';
import { privateLine, type Reply } from './reply.ts';
import type { ServerArticles } from './server-articles.ts';
import type { ServerLanguage } from './server-language.ts';

/** Said to somebody who asks faster than they may. */
const slowDown = (messages: Messages): Reply => ({
  ...privateLine(messages, 'answer.handler.slowDown'),
  isRateLimited: true,
});

/** The command by which articles are chosen. */
const CHOOSING = 'articles';

/** The part of a context that is the same for everybody. */
type Snapshot = Omit<Context, 'now'>;

/** Answers requests, whichever edge they come through. */
export interface Handler {
  readonly answer: (request: Request) => Awaitable<Reply>;
  /** The choices for a person who is typing. */
  readonly complete: (typing: Autocomplete) => readonly Choice[];
  readonly now: () => number;
}

/** Records what was asked and returns the reply as it goes out; a reply that answers no question is unchanged. */
export type AfterAnswer = (reply: Reply, request: Request, now: number) => Reply;

/** The records of questions: what commands may ask of them, and what happens after an answer. */
export interface QuestionRecords extends Pick<Context, 'insights' | 'privacy'> {
  readonly afterAnswer: AfterAnswer;
}

export interface HandlerOptions {
  readonly commands: readonly Command[];
  /** The knowledge as it is now. */
  readonly current: () => Snapshot;
  /** Present if there is a token to post with. */
  readonly daily?: DailyService | undefined;
  /** Present if there is a store. */
  readonly records?: QuestionRecords | undefined;
  readonly serverArticles?: ServerArticles | undefined;
  readonly serverLanguage?: ServerLanguage | undefined;
  /** Called for each reply: its command, its status, and how many seconds it took. */
  readonly replied: (command: string, status: string, seconds: number) => void;
  /** Whether a person may get another answer now. */
  readonly mayAsk: (user: string) => boolean;
  /** The same for a list of choices; a person who types too fast gets none. */
  readonly mayComplete: (user: string) => boolean;
  readonly log: Logger;
  readonly now: () => number;
}

/** The request with the previous answer in the same channel, which it may follow up. */
function inConversation(request: Request, conversations: Conversations, now: number): Request {
  const { user, channel, before } = request.asker;
  if (channel === undefined || before !== undefined) return request;
  const last = conversations.before(user, channel, now);
  if (!last) return request;
  // A follow-up is in the language of the previous answer.
  return { ...request, asker: { ...request.asker, before: last.entry, locale: last.language } };
}

/** A dispatch to the commands as they are now, for a reply about these articles. */
type DispatchNow = (onError: Dispatch['onError'], articles: readonly string[]) => Dispatch;

function createDispatchNow({
  commands,
  current,
  daily,
  records,
  serverArticles,
  serverLanguage,
  now,
}: HandlerOptions): DispatchNow {
  // Built once per snapshot of the knowledge, because every question needs it.
  const timeless = memoize((snapshot: Snapshot) => ({
    ...snapshot,
    ...(daily && { daily }),
    ...(serverArticles && { serverArticles }),
    ...(serverLanguage && { serverLanguage }),
    ...(records?.insights && { insights: records.insights }),
    ...(records?.privacy && { privacy: records.privacy }),
  }));
  return (onError, articles) => ({
    commands,
    context: { ...contextAmong(timeless(current()), articles), now: new Date(now()) },
    onError,
  });
}

/** The articles that the server has chosen; the command that chooses among them sees all. */
function enabledFor(
  { asker: { guild }, command }: Request,
  { serverArticles, current }: HandlerOptions,
): Awaitable<readonly string[]> {
  if (!guild || !serverArticles || command === CHOOSING || !hasSeveral(current().knowledge)) return [];
  return serverArticles.of(guild.id);
}

/** The request with the language for a reply that everybody there reads, if the command's reply is such a list. */
function forReaders(
  request: Request,
  lists: ReadonlySet<string>,
  { serverLanguage }: HandlerOptions,
): Awaitable<Request> {
  const { guild, locale: own } = request.asker;
  if (!guild || !serverLanguage || !lists.has(request.command)) return request;
  return serverLanguage.soon(guild).then((locale = own) => ({ ...request, asker: { ...request.asker, locale } }));
}

function createAnswer(options: HandlerOptions, dispatchNow: DispatchNow): Handler['answer'] {
  const { commands, current, records, replied, mayAsk, log, now } = options;
  const conversations = createConversations();
  const names = new Set(commands.map(({ name }) => name));
  const lists = new Set(commands.filter(({ isList }) => isList).map(({ name }) => name));
  const remember = ({ asker: { user, channel } }: Request, { outcome, language }: Reply) => {
    if (channel !== undefined && outcome?.entry)
      conversations.remember(user, channel, { entry: outcome.entry, language }, now());
  };
  return (request) => {
    const began = performance.now();
    // An unknown name comes from an old button; it must not add a label to the metrics.
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
    const run = (meant: Request, articles: readonly string[]) => dispatch(meant, dispatchNow(onError, articles));
    const finish = (reply: Reply): Reply => {
      remember(request, reply);
      count(failed ? 'failed' : (reply.outcome?.status ?? 'shown'));
      return records ? records.afterAnswer(reply, request, now()) : reply;
    };
    const meant = forReaders(inConversation(request, conversations, now()), lists, options);
    const articles = enabledFor(request, options);
    const reply =
      meant instanceof Promise || articles instanceof Promise
        ? Promise.all([meant, articles]).then((both) => run(...both))
        : run(meant, articles);
    // A value that is available at once needs no promise.
    return reply instanceof Promise ? reply.then(finish) : finish(reply);
  };
}

function createComplete(
  { serverArticles, mayComplete, log }: HandlerOptions,
  dispatchNow: DispatchNow,
): Handler['complete'] {
  return (typing) => {
    const { command, option, asker } = typing;
    if (!mayComplete(asker.user)) return [];
    const articles = (command !== CHOOSING && asker.guild && serverArticles?.known(asker.guild.id)) || [];
    const onError = (id: string, err: unknown) => log.error({ id, err, command, option }, 'autocomplete failed');
    return complete(typing, dispatchNow(onError, articles));
  };
}

export function createHandler(options: HandlerOptions): Handler {
  const dispatchNow = createDispatchNow(options);
  return {
    now: options.now,
    complete: createComplete(options, dispatchNow),
    answer: createAnswer(options, dispatchNow),
  };
}
