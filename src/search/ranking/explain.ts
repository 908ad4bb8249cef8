import { words } from '../normalise.ts';
import { eachFeature, PAIR, WORD } from './features.ts';
import type { Reading } from './reading.ts';
import type { Scorer } from './scoring.ts';

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
  const piece = bounded.slice(start, end);
  return `${start === 0 ? '' : '-'}${piece}${end === bounded.length ? '' : '-'}`.replace(/[<>]/g, '');
}

/** Says why a text ranks as it does: each feature's part of a label's score, by the slope of the networks there. */
export function explainerOf(
  labels: readonly string[],
  { score, committee, vocabulary, speller }: Scorer,
): (text: string) => Explanation {
  return (text) => {
    const { reading, row, probabilities } = score(text);
    const names = new Map<number, string>();
    eachFeature(reading, (hash, kind, place, start, end) => {
      const column = vocabulary.find(hash);
      if (column >= 0 && !names.has(column)) names.set(column, nameOf(reading, kind, place, start, end));
    });
    const reasonsFor = (label: number): Reason[] =>
      Array.from(row.columns.subarray(0, row.length), (column, at) => ({
        feature: names.get(column) ?? '',
        weight: committee.contribution(column, row.values[at] as number, label),
      }))
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .slice(0, REASONS);
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
