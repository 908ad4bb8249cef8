import { HIDDEN, scoreHidden } from './hidden.ts';
import { scoreLinear } from './linear.ts';
import { type Model, rarityOf } from './model.ts';
import { nearnessOf } from './phrasings.ts';
import { readerOf } from './reading.ts';
import { rowWriter } from './rows.ts';
import { toProbabilities } from './softmax.ts';
import { menderOf } from './spelling.ts';
import { makeVocabulary } from './vocabulary.ts';

/** What bears on whether the likeliest label is right. Each of about the size of 1. */
export const SIGNALS = 6;

/** A question scored; its arrays are written again by the next question. */
export interface Scored {
  /** The probability of each label: the mean of what the two models give it. */
  readonly probabilities: Float64Array;
  readonly best: number;
  readonly signals: Float64Array;
  /** Whether nothing in the text was ever seen. */
  readonly empty: boolean;
}

const logit = (probability: number): number => Math.log((probability + 1e-3) / (1 - probability + 1e-3));

/** Gives the function that scores a text by a fitted model. */
export function scorerOf(model: Model): (text: string) => Scored {
  const { linear, hidden, rarity } = model;
  const count = model.labels.length;
  const read = readerOf(model.synonyms, menderOf(model.frequencies));
  const unseen = rarityOf(0, model.phrasings.starts.length - 1);
  const write = rowWriter(makeVocabulary(model.hashes), rarity);
  const nearness = nearnessOf(model.phrasings, rarity, unseen);
  const first = new Float64Array(count);
  const probabilities = new Float64Array(count);
  const units = new Float64Array(HIDDEN);
  const signals = new Float64Array(SIGNALS);

  return (text) => {
    const row = write(read(text));
    scoreLinear(linear, row, 0, row.length, first);
    scoreHidden(hidden, row, 0, row.length, units, probabilities);
    toProbabilities(first);
    toProbabilities(probabilities);
    let best = 0;
    for (let label = 0; label < count; label++) {
      const one = first[label] as number;
      const other = probabilities[label] as number;
      probabilities[label] = (one + other) / 2;
      first[label] = Math.min(one, other);
      if ((probabilities[label] as number) > (probabilities[best] as number)) best = label;
    }
    const top = probabilities[best] as number;
    const near = nearness(row, best);
    const size = row.words + row.unknownWords;
    signals[0] = logit(top);
    signals[1] = near.nearest;
    signals[2] = near.known;
    signals[3] = size === 0 ? 1 : row.unknownWords / size;
    signals[4] = Math.log(1 + size);
    signals[5] = logit(first[best] as number);
    return { probabilities, best, signals, empty: row.length === 0 };
  };
}
