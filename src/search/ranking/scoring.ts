import { type Ensemble, ensembleOf } from './ensemble.ts';
import { lexiconOf, unknownWord } from './lexicon.ts';
import { likeliest } from './likeliest.ts';
import type { Model } from './model.ts';
import { nearnessOf } from './phrasings.ts';
import { type Reading, readerOf } from './reading.ts';
import { makeRow, type Row, rowWriter } from './rows.ts';
import { type Speller, spellerOf } from './spelling.ts';
import { makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** How many signals bear on whether the likeliest label is right. */
export const SIGNALS = 6;

/** A question scored; its arrays and its row are written again by the next question. */
export interface Scored {
  readonly reading: Reading;
  readonly row: Row;
  /** The probability of each label: the mean of what the networks give it. */
  readonly probabilities: Float32Array;
  /** The places of the likeliest labels, likeliest first. */
  readonly likeliest: readonly number[];
  /** Each of about the size of 1. */
  readonly signals: Float64Array;
}

/** A model made ready for questions. */
export interface Scorer {
  /** Scores a text; the likeliest labels are at most `limit`, 1 or more, and of a probability of `least` or more. */
  score(text: string, limit?: number, least?: number): Scored;
  readonly ensemble: Ensemble;
  readonly vocabulary: Vocabulary;
  readonly speller: Speller;
}

const logit = (probability: number): number => Math.log((probability + 1e-3) / (1 - probability + 1e-3));

/** Makes a fitted model ready for questions. */
export function scorerOf({
  labels,
  synonyms,
  frequencies,
  hashes,
  worth,
  unseen,
  ensemble: quantised,
  phrasings,
}: Model): Scorer {
  const speller = spellerOf(frequencies);
  const lexicon = lexiconOf(frequencies.keys(), synonyms);
  const mended = (typed: string) => {
    const text = speller.mend(typed);
    return lexicon.get(text) ?? unknownWord(text);
  };
  const read = readerOf((typed) => lexicon.get(typed) ?? mended(typed));
  const vocabulary = makeVocabulary(hashes);
  const ensemble = ensembleOf(quantised, labels.length);
  const { mean: probabilities } = ensemble;
  const write = rowWriter(vocabulary, worth, makeRow(ensemble.columns, ensemble.values));
  const nearness = nearnessOf(phrasings, worth, unseen);
  const signals = new Float64Array(SIGNALS);

  return {
    ensemble,
    vocabulary,
    speller,
    score(text, limit = 1, least = 0) {
      const reading = read(text);
      const row = write(reading);
      ensemble.predict(row.length);
      const first = likeliest(probabilities, limit, least);
      const best = first[0] ?? 0;
      const near = nearness(row, best);
      const size = row.words + row.unknownWords;
      signals[0] = logit(probabilities[best] as number);
      signals[1] = near.nearest;
      signals[2] = near.known;
      signals[3] = size === 0 ? 1 : row.unknownWords / size;
      signals[4] = Math.log(1 + size);
      signals[5] = logit(ensemble.lowest(best));
      return { reading, row, probabilities, likeliest: first, signals };
    },
  };
}
