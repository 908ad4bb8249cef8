import { commands } from '../commands/index.ts';
import type { Context } from '../src/answer/command.ts';
import { dispatch } from '../src/answer/dispatch.ts';
import { words } from '../src/text/normalise.ts';
import { type Quantiles, quantiles } from './quantiles.ts';

/** How long questions in a language take. */
export interface AskLatency {
  readonly language: string;
  /** Milliseconds from a question to its reply. */
  readonly alone: Quantiles;
  /** The same right after an answer, which the question may follow up. */
  readonly afterAnAnswer: Quantiles;
}

/** Phrasings of all entries without their last word, so that none stands in the knowledge word for word. */
function questionsIn({ knowledge }: Pick<Context, 'knowledge'>, asked: number): readonly string[] {
  const phrasings = [...knowledge.entries.values()].flatMap((entry) => entry.phrasings);
  const step = Math.max(1, Math.floor(phrasings.length / asked));
  return phrasings.filter((_, at) => at % step === 0).map((phrasing) => words(phrasing).slice(0, -1).join(' '));
}

/** Measures so many questions in each language that is spoken; an unmeasured round warms up first. */
export function benchAsk(context: Context, asked: number): readonly AskLatency[] {
  const onError = (_id: string, error: unknown) => {
    throw error;
  };
  const [answered] = context.knowledge.entries.keys();
  const timed = (question: string, locale: string, before?: string): number => {
    const start = performance.now();
    const request = { command: 'ask', options: { question }, asker: { user: 'bench', locale, before } };
    if (dispatch(request, { commands, context, onError }) instanceof Promise)
      throw new Error('an answer was waited for');
    return performance.now() - start;
  };
  return context.languages.spoken.map((language) => {
    const questions = questionsIn(context.languages.in(language), asked);
    const round = (before?: string) => quantiles(questions.map((question) => timed(question, language, before)));
    round();
    return { language, alone: round(), afterAnAnswer: round(answered) };
  });
}
