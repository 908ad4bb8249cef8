import { words } from '../../text/normalise.ts';
import { eachPiece, eachTerm, PAIR } from './features.ts';
import type { Reading } from './reading.ts';
import type { Scorer } from './scoring.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word with its pieces ("ceasefire") or a pair of words ("who + led"), and how far it moves the label's score. */
export interface Reason {
  readonly feature: string;
  readonly weight: number;
}

export interface Explanation {
  /** The five likeliest labels, with what counted most for or against each. */
  readonly labels: readonly { readonly label: string; readonly score: number; readonly reasons: readonly Reason[] }[];
  /** Words that no phrasing holds, and the known word that each is read as, or null. */
  readonly unknown: readonly { readonly word: string; readonly readAs: string | null }[];
}

const LABELS = 5;
const REASONS = 12;

/** The word or pair that each column of a reading's row counts for. */
function namesOf(reading: Reading, vocabulary: Vocabulary): ReadonlyMap<number, string> {
  const { words, stems, terms } = reading;
  const names = new Map<number, string>();
  const name = (column: number, text: string) => {
    if (!names.has(column)) names.set(column, text);
  };
  eachTerm(reading, (hash, kind, place) => {
    const pair = `${terms[place - 1]?.text ?? '(begins)'} + ${terms[place]?.text ?? '(ends)'}`;
    name(vocabulary.find(hash), kind === PAIR ? pair : (words[place]?.text ?? stems[place]?.text ?? ''));
  });
  for (const { text } of words) eachPiece(text, (hash) => name(vocabulary.find(hash), text));
  return names;
}

/** Says why a text ranks as it does: each feature's part of a label's score, by the slope of the networks there. */
export function explainerOf(
  labels: readonly string[],
  { score, ensemble, vocabulary, speller }: Scorer,
): (text: string) => Explanation {
  return (text) => {
    const { reading, row, probabilities } = score(text);
    const names = namesOf(reading, vocabulary);
    const reasonsFor = (label: number): Reason[] => {
      const weights = new Map<string, number>();
      row.columns.subarray(0, row.length).forEach((column, at) => {
        const name = names.get(column) ?? '';
        const weight = ensemble.contribution(column, row.values[at] as number, label);
        weights.set(name, (weights.get(name) ?? 0) + weight);
      });
      return [...weights]
        .map(([feature, weight]) => ({ feature, weight }))
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .slice(0, REASONS);
    };
    const first = Array.from(probabilities.keys())
      .sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number))
      .slice(0, LABELS);
    return {
      labels: first.map((at) => ({
        label: labels[at] as string,
        score: probabilities[at] as number,
        reasons: reasonsFor(at),
      })),
      unknown: [...new Set(words(text))]
        .filter((word) => !speller.knows(word))
        .map((word) => ({ word, mended: speller.mend(word) }))
        .map(({ word, mended }) => ({ word, readAs: mended === word ? null : mended })),
    };
  };
}
