import { fitDecision } from './confidence.ts';
import type { Synonyms } from './lexicon.ts';
import { type Example, fitModel } from './model.ts';
import { type Fitted, type Ranker, rankerOf } from './rank.ts';

export type { Explanation } from './explain.ts';
export type { Synonyms } from './lexicon.ts';
export type { Example } from './model.ts';
export { type Fitted, type Ranker, type Ranking, rankerOf } from './rank.ts';

/** Fits the models and the decision; the same examples and synonyms give the same result, to the bit. */
export function fitModels(examples: readonly Example[], options: { synonyms?: Synonyms } = {}): Fitted {
  const synonyms = options.synonyms ?? new Map<string, string>();
  return { model: fitModel(examples, synonyms), decision: fitDecision(examples, synonyms) };
}

/** Fits a ranker on labelled examples: several thousand in about a second. Labels may be any strings. */
export function fitRanker(examples: readonly Example[], options: { synonyms?: Synonyms } = {}): Ranker {
  return rankerOf(fitModels(examples, options));
}
