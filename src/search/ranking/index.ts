import { confidenceOf, type Decision, fitDecision } from './confidence.ts';
import { type Explanation, explainerOf } from './explain.ts';
import { type Example, fitModel, type Model, wordingOf } from './model.ts';
import { scorerOf } from './scoring.ts';
import type { Synonyms } from './tokens.ts';
import { makeVocabulary } from './vocabulary.ts';

export { type Decision, fitDecision } from './confidence.ts';
export type { Explanation } from './explain.ts';
export { type Example, modelOf, type Prepared, prepare, SEEDS } from './model.ts';
export type { Network } from './network.ts';
export type { Synonyms } from './tokens.ts';
export { fitNetwork } from './training.ts';

export interface Ranked {
  readonly label: string;
  /** The probability that the models give the label, 0 to 1; over all labels they sum to 1. */
  readonly score: number;
}

export interface Ranking {
  /** The likeliest labels, likeliest first. */
  readonly ranked: readonly Ranked[];
  /** The fitted chance that the first label is right, 0 to 1. */
  readonly confidence: number;
}

/** Ranks the labels of fitted examples for any text. */
export interface Ranker {
  /**
   * The likeliest labels (10, or up to `limit`; of a probability of `least` or more) and the chance that the first is right.
   * Never throws, whatever the text.
   */
  rank(text: string, limit?: number, least?: number): Ranking;
  /** The label of the phrasing that a text is word for word, however it is spelt in capitals and marks. */
  labelOf(text: string): string | undefined;
  /** What counted for the first labels, and which words are unknown: for people who write phrasings. */
  explain(text: string): Explanation;
  /** Whether some phrasing holds a word, or one that it is a misspelling of. */
  knows(word: string): boolean;
}

/** All that fitting yields: plain data, which can be handed to another thread or kept in a file. */
export interface Fitted {
  readonly model: Model;
  readonly decision: Decision;
}

const USUAL_LIMIT = 10;

/** Gives the ranker of what was fitted. */
export function rankerOf({ model, decision }: Fitted): Ranker {
  const { labels } = model;
  const scorer = scorerOf(model);
  const { hashes, checks, labels: places } = model.wordings;
  const wordings = makeVocabulary(hashes);
  return {
    rank(text, limit = USUAL_LIMIT, least = 0) {
      if (labels.length === 0 || limit < 1) return { ranked: [], confidence: 0 };
      const { probabilities, top, signals, row } = scorer.score(text, limit, least);
      const ranked = top.map((at) => ({
        label: labels[at] as string,
        score: probabilities[at] as number,
      }));
      // Nothing that any phrasing holds: there is nothing to go by.
      const confidence = row.length === 0 ? 0 : confidenceOf(decision, signals);
      return { ranked, confidence };
    },
    labelOf(text) {
      const [hash, check] = wordingOf(text);
      const at = wordings.find(hash);
      return at >= 0 && checks[at] === check ? labels[places[at] as number] : undefined;
    },
    explain: explainerOf(labels, scorer),
    knows: (word) => scorer.speller.knows(scorer.speller.correct(word)),
  };
}

/** Fits the models and the decision; the same examples and synonyms give the same result, to the bit. */
export function fitModels(examples: readonly Example[], options: { synonyms?: Synonyms } = {}): Fitted {
  const synonyms = options.synonyms ?? new Map<string, string>();
  return { model: fitModel(examples, synonyms), decision: fitDecision(examples, synonyms) };
}

/** Fits a ranker on labelled examples: several thousand in a few seconds. Labels may be any strings. */
export function fitRanker(examples: readonly Example[], options: { synonyms?: Synonyms } = {}): Ranker {
  return rankerOf(fitModels(examples, options));
}
