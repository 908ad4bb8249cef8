/** The ranking engine's interface: fit labelled examples, rank labels for a text. */
import { confidenceOf, type Decision, fitDecision } from './confidence.ts';
import { type Explanation, explainerOf } from './explain.ts';
import { type Example, fitModel, type Model, wordingOf } from './model.ts';
import type { CopyRow } from './quantise.ts';
import { scorerOf } from './scoring.ts';
import type { Synonyms } from './tokens.ts';
import { makeVocabulary } from './vocabulary.ts';

export { type Decision, drawnForDecision, fitDecision } from './confidence.ts';
export type { Explanation } from './explain.ts';
export {
  type Example,
  fitModel,
  INNER_ROW_BYTES,
  type Model,
  modelOf,
  type Prepared,
  prepare,
  SEEDS,
} from './model.ts';
export type { Network } from './network.ts';
export { type CopyRow, rowsIn } from './quantise.ts';
export type { Synonyms } from './tokens.ts';
export { fitNetwork } from './training.ts';

export interface Ranked {
  readonly label: string;
  /** The label's probability, 0 to 1; those of all labels sum to 1. */
  readonly score: number;
}

export interface Ranking {
  /** The likeliest labels, likeliest first. */
  readonly ranked: readonly Ranked[];
  /** The fitted probability that the first label is right, 0 to 1. */
  readonly confidence: number;
}

/** Ranks the labels of fitted examples for any text. */
export interface Ranker {
  /**
   * The likeliest labels (at most `limit`, by default 10, with a probability of at least `least`), and the confidence in the first.
   * Never throws, whatever the text.
   */
  rank(text: string, limit?: number, least?: number): Ranking;
  /** The label of the phrasing that has the same words as a text, regardless of case and punctuation. */
  labelOf(text: string): string | undefined;
  /** Why the first labels rank as they do, and which words are unknown: for people who write phrasings. */
  explain(text: string): Explanation;
  /** Whether a phrasing contains the word, or the word that it is a misspelling of. */
  knows(word: string): boolean;
  /** The word that a word is a misspelling of; the word itself if it is known, or near none. */
  correct(word: string): string;
}

/** The result of fitting: plain data, which can be sent to another thread or stored. */
export interface Fitted {
  readonly model: Model;
  readonly decision: Decision;
}

const DEFAULT_LIMIT = 10;

/** Creates a ranker from fitted models. `copyInner` copies rows of the inner weights, if the model is without these. */
export function rankerOf({ model, decision }: Fitted, copyInner?: CopyRow): Ranker {
  const { labels } = model;
  const scorer = scorerOf(model, copyInner);
  const { hashes, checks, labels: places } = model.wordings;
  const wordings = makeVocabulary(hashes);
  return {
    rank(text, limit = DEFAULT_LIMIT, least = 0) {
      if (labels.length === 0 || limit < 1) return { ranked: [], confidence: 0 };
      const { probabilities, top, signals, row } = scorer.score(text, limit, least);
      const ranked = top.map((at) => ({
        label: labels[at] as string,
        score: probabilities[at] as number,
      }));
      // No known feature: there is nothing to rank by.
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
    correct: (word) => scorer.speller.correct(word),
  };
}

/** Fits the model and the decision; the same examples and synonyms give the same result, to the bit. */
export function fitModels(examples: readonly Example[], options: { synonyms?: Synonyms } = {}): Fitted {
  const synonyms = options.synonyms ?? new Map<string, string>();
  return { model: fitModel(examples, synonyms), decision: fitDecision(examples, synonyms) };
}

/** Fits a ranker on labelled examples: several thousand in a few seconds. Labels may be any strings. */
export function fitRanker(examples: readonly Example[], options: { synonyms?: Synonyms } = {}): Ranker {
  return rankerOf(fitModels(examples, options));
}
