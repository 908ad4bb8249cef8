/** From a request to a reply, with what concerns every edge: the person's limit, the count, the log. */
import type { Command, Context } from './answer/command.ts';
import { complete } from './answer/complete.ts';
import type { DailyService } from './answer/daily.ts';
import { type Dispatch, dispatch } from './answer/dispatch.ts';
import { oncePer } from './answer/once-per.ts';
import { privateLine, type Reply } from './answer/reply.ts';
import { onceThere, type Soon } from './answer/soon.ts';
import type { Handler } from './discord/respond.ts';
import type { AfterAnswer } from './insights/after-answer.ts';
import type { Live } from './live.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

/** Said to somebody who asks faster than they may. */
export const SLOW_DOWN = privateLine(
  'That is many questions in a short time. Please wait a few seconds and ask again.',
);

/** What is kept of questions: what commands may ask of it, and what follows an answer. */
export interface Kept extends Pick<Context, 'insights' | 'privacy'> {
  readonly afterAnswer: AfterAnswer;
}

export interface Parts {
  readonly commands: readonly Command[];
  readonly live: Live;
  /** Where there is a token to post with. */
  readonly daily?: DailyService | undefined;
  /** Where there is a store. */
  readonly kept?: Kept | undefined;
  readonly metrics: Pick<Metrics, 'replied'>;
  /** Whether a person may have one more answer now; the time is in milliseconds. */
  readonly mayAsk: (user: string, now: number) => boolean;
  /** The same of one more list of choices; a person who types too fast is offered none. */
  readonly mayComplete: (user: string, now: number) => boolean;
  readonly log: Logger;
  readonly now: () => number;
}

export function createHandler(parts: Parts): Handler {
  const { commands, live, daily, kept, metrics, mayAsk, mayComplete, log, now } = parts;
  const names = new Set(commands.map(({ name }) => name));
  // Put together once for a knowledge: every question needs one.
  const timeless = oncePer((current: ReturnType<Live['current']>) => ({
    ...current,
    ...(daily && { daily }),
    ...(kept?.insights && { insights: kept.insights }),
    ...(kept?.privacy && { privacy: kept.privacy }),
  }));
  const through = (onError: Dispatch['onError']): Dispatch => ({
    commands,
    context: { ...timeless(live.current()), now: new Date(now()) },
    onError,
  });
  return {
    now,
    complete: (typing, user) => {
      if (!mayComplete(user, now())) return [];
      const { command, option } = typing;
      return complete(
        typing,
        through((id, err) => log.error({ id, err, command, option }, 'autocomplete failed')),
      );
    },
    answer: (request): Soon<Reply> => {
      const began = performance.now();
      // A name that no command has comes from an old button; it must not grow the metrics.
      const command = names.has(request.command) ? request.command : 'unknown';
      const count = (status: string) => metrics.replied(command, status, (performance.now() - began) / 1000);
      if (!mayAsk(request.asker.user, now())) {
        count('limited');
        return SLOW_DOWN;
      }
      let failed = false;
      const reply = dispatch(
        request,
        through((id, err) => {
          failed = true;
          log.error({ id, err, command }, 'a command failed');
        }),
      );
      return onceThere(reply, (reply) => {
        count(failed ? 'failed' : (reply.outcome?.status ?? 'shown'));
        return kept ? kept.afterAnswer(reply, request, now()) : reply;
      });
    },
  };
}
