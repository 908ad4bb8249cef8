import { words } from '../normalise.ts';
import { eachFeature, PAIR, WORD } from './features.ts';
import type { Model } from './model.ts';
import { type Reading, readerOf } from './reading.ts';
import { rowWriter } from './rows.ts';
import type { Scored } from './scoring.ts';
import { menderOf } from './spelling.ts';
import { stem } from './stem.ts';
import { makeVocabulary } from './vocabulary.ts';

/** A feature as a person reads it ("ceasefir", "who + led", "-tia-"), and how far it moves the label's score. */
export interface Reason {
  readonly feature: string;
  readonly weight: number;
}

export interface Explanation {
  /** The three likeliest labels, with what counted most for or against each. */
  readonly labels: readonly { readonly label: string; readonly score: number; readonly reasons: readonly Reason[] }[];
  /** Words that no phrasing holds, and the known word that each is read as, or null. */
  readonly unknown: readonly { readonly word: string; readonly readAs: string | null }[];
}

const LABELS = 3;
const REASONS = 12;

function nameOf(reading: Reading, kind: number, place: number, start: number, end: number): string {
  if (kind === WORD) return reading.stems[place] ?? '';
  if (kind === PAIR) return `${reading.terms[place - 1] ?? '(begins)'} + ${reading.terms[place] ?? '(ends)'}`;
  const bounded = `<${reading.words[place]}>`;
  return `${bounded.slice(start, end)}`
    .replace(/^(?!<)/, '-')
    .replace(/(?<!>)$/, '-')
    .replace(/[<>]/g, '');
}

/** Gives the function that explains a text by the linear model's weights, each beside the mean over all labels. */
export function explainerOf(model: Model, score: (text: string) => Scored): (text: string) => Explanation {
  const { linear, labels } = model;
  const mend = menderOf(model.frequencies);
  const read = readerOf(model.synonyms, mend);
  const vocabulary = makeVocabulary(model.hashes);
  const write = rowWriter(vocabulary, model.rarity);
  const stems = new Set(Array.from(model.frequencies.keys(), stem));

  return (text) => {
    const reading = read(text);
    const row = write(reading);
    const names = new Map<number, string>();
    eachFeature(reading, (hash, kind, place, start, end) => {
      const column = vocabulary.find(hash);
      if (column >= 0 && !names.has(column)) names.set(column, nameOf(reading, kind, place, start, end));
    });
    const reasonsFor = (label: number): Reason[] =>
      Array.from({ length: row.length }, (_, at) => {
        const column = row.columns[at] as number;
        const weights = linear.weights.subarray(column * labels.length, (column + 1) * labels.length);
        const mean = weights.reduce((sum, weight) => sum + weight, 0) / labels.length;
        return {
          feature: names.get(column) ?? '',
          weight: (row.values[at] as number) * ((weights[label] as number) - mean),
        };
      })
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .slice(0, REASONS);
    const { probabilities } = score(text);
    const first = Array.from(probabilities.keys())
      .sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number))
      .slice(0, LABELS);
    return {
      labels: first.map((at) => ({
        label: labels[at] ?? '',
        score: probabilities[at] as number,
        reasons: reasonsFor(at),
      })),
      unknown: [...new Set(words(text))]
        .filter((word) => !model.frequencies.has(word) && !stems.has(stem(word)))
        .map((word) => ({ word, readAs: mend(word) === word ? null : mend(word) })),
    };
  };
}
