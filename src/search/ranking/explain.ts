import { words } from '../../text/normalise.ts';
import { BIGRAM, eachWordAndBigram } from './features.ts';
import type { Scorer } from './scoring.ts';
import type { Tokens } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word with its n-grams ("ceasefire") or a bigram ("who + led"), and its contribution to the label's score. */
export interface Reason {
  readonly feature: string;
  readonly weight: number;
}

export interface Explanation {
  /** The five likeliest labels, each with its largest contributions, positive or negative. */
  readonly labels: readonly { readonly label: string; readonly score: number; readonly reasons: readonly Reason[] }[];
  /** Words that occur in no phrasing, each with the known word that it is corrected to, or null. */
  readonly unknown: readonly { readonly word: string; readonly readAs: string | null }[];
}

const LABELS = 5;
const REASONS = 12;

/** The word or bigram that each column of a text's row belongs to. */
function namesOf(tokens: Tokens, vocabulary: Vocabulary): ReadonlyMap<number, string> {
  const { words, stems, terms } = tokens;
  const names = new Map<number, string>();
  const name = (column: number, text: string) => {
    if (!names.has(column)) names.set(column, text);
  };
  eachWordAndBigram(tokens, (hash, kind, place) => {
    const bigram = `${terms[place - 1]?.text ?? '(begins)'} + ${terms[place]?.text ?? '(ends)'}`;
    name(vocabulary.find(hash), kind === BIGRAM ? bigram : (words[place]?.text ?? stems[place]?.text ?? ''));
  });
  for (const { text, ngrams } of words) for (const hash of ngrams) name(vocabulary.find(hash), text);
  return names;
}

/** Explains a text's ranking: each feature's contribution to a label's score, by the networks' gradient there. */
export function explainerOf(
  labels: readonly string[],
  { score, ensemble, vocabulary, speller }: Scorer,
): (text: string) => Explanation {
  return (text) => {
    const { tokens, row, probabilities, top } = score(text, LABELS);
    const names = namesOf(tokens, vocabulary);
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
    return {
      labels: top.map((at) => ({
        label: labels[at] as string,
        score: probabilities[at] as number,
        reasons: reasonsFor(at),
      })),
      unknown: [...new Set(words(text))]
        .filter((word) => !speller.knows(word))
        .map((word) => ({ word, corrected: speller.correct(word) }))
        .map(({ word, corrected }) => ({ word, readAs: corrected === word ? null : corrected })),
    };
  };
}
