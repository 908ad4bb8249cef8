import type { Ranking } from '../src/search/ranking/index.ts';

/**
 * Confidence thresholds for answering and asking, on sets without gaps, small talk or outside subjects; the ranker's
 * README has the results. Parley itself decides in src/search/decide.ts, which knows the kinds of its entries.
 */
const ANSWER_FROM = 0.6;
const ASK_FROM = 0.25;

/** Whether to answer with the first label; if not, whether to ask which of the first few was meant. */
export function decisionOn({ confidence }: Ranking): { readonly answered: boolean; readonly asked: boolean } {
  const answered = confidence >= ANSWER_FROM;
  return { answered, asked: !answered && confidence >= ASK_FROM };
}
