import { type Ensemble, ensembleOf } from './ensemble.ts';
import { innerRowsOf, type Model } from './model.ts';
import type { CopyRow } from './quantise.ts';
import { type Row, rowWriter } from './rows.ts';
import { similarityOf } from './similarity.ts';
import { type Speller, spellerOf } from './spelling.ts';
import { type Tokens, tokeniserOf, wordReader } from './tokens.ts';
import { makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** A scored question; the next question overwrites its arrays and its row. */
export interface Scored {
  readonly tokens: Tokens;
  readonly row: Row;
  /** The probability of each label, the mean of the networks'. */
  readonly probabilities: Float32Array;
  /** The indices of the likeliest labels, likeliest first. */
  readonly top: readonly number[];
  /** The inputs of the decision, each about 1 in size; the last is 1, for the bias. */
  readonly signals: Float64Array;
}

/** Scores questions by a model. */
export interface Scorer {
  /** Scores a text; `top` has at most `limit` labels, with a probability of at least `least`. `limit` is at least 1. */
  score(text: string, limit?: number, least?: number): Scored;
  readonly ensemble: Ensemble;
  readonly vocabulary: Vocabulary;
  readonly speller: Speller;
}

/** The indices of the `limit` highest probabilities of at least `least`, highest first; ties keep their order. */
function topK(probabilities: Float32Array, limit: number, least: number): number[] {
  const best: number[] = [];
  for (let label = 0; label < probabilities.length; label++) {
    const probability = probabilities[label] as number;
    if (probability < least) continue;
    if (best.length === limit && probability <= (probabilities[best[limit - 1] as number] as number)) continue;
    let place = Math.min(best.length, limit - 1);
    while (place > 0 && probability > (probabilities[best[place - 1] as number] as number)) {
      best[place] = best[place - 1] as number;
      place--;
    }
    best[place] = label;
  }
  return best;
}

/** The entropy of a distribution, in nats. */
export function entropyOf(probabilities: Float32Array): number {
  let entropy = 0;
  for (let at = 0; at < probabilities.length; at++) {
    const probability = probabilities[at] as number;
    if (probability > 0) entropy -= probability * Math.log(probability);
  }
  return entropy;
}

/** Creates the scorer of a model; `copyInner` copies rows of its inner weights, if it is without these. */
export function scorerOf(model: Model, copyInner: CopyRow = innerRowsOf(model)): Scorer {
  const { labels, synonyms, frequencies, hashes, idf, unseenIdf, index } = model;
  const speller = spellerOf(frequencies);
  const wordOf = wordReader(synonyms);
  const tokenise = tokeniserOf((typed) => wordOf(speller.correct(typed)));
  const vocabulary = makeVocabulary(hashes);
  const ensemble = ensembleOf(model.ensemble.outputs, labels.length, copyInner);
  const { mean: probabilities } = ensemble;
  const write = rowWriter(vocabulary, idf);
  const similarity = similarityOf(index, idf, unseenIdf);
  const signals = new Float64Array(6);
  const mostEntropy = Math.log(Math.max(2, labels.length));

  return {
    ensemble,
    vocabulary,
    speller,
    score(text, limit = 1, least = 0) {
      const tokens = tokenise(text);
      const row = write(tokens);
      ensemble.predict(row);
      const top = topK(probabilities, limit, least);
      const best = top[0] ?? 0;
      const { cosine, coverage } = similarity(row, best);
      const size = row.words + row.unknownWords;
      signals[0] = 1 - entropyOf(probabilities) / mostEntropy;
      signals[1] = cosine;
      signals[2] = coverage;
      signals[3] = size === 0 ? 1 : row.unknownWords / size;
      signals[4] = Math.log(1 + size);
      signals[5] = 1;
      return { tokens, row, probabilities, top, signals };
    },
  };
}
