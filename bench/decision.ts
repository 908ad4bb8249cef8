import type { Ranking } from '../src/search/ranking/index.ts';

/**
 * Confidence to answer from, and to ask from, on sets that have neither gaps nor subjects of their own: the README of
 * the ranker has what each comes to. Parley itself decides in src/search/decide.ts, which knows its entries' kinds.
 */
const ANSWER_FROM = 0.6;
const ASK_FROM = 0.25;

/** Whether to answer with the first label; if not, whether to ask which of the first few was meant. */
export function decisionOn({ confidence }: Ranking): { readonly answered: boolean; readonly asked: boolean } {
  const answered = confidence >= ANSWER_FROM;
  return { answered, asked: !answered && confidence >= ASK_FROM };
}
