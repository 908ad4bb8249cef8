import { hashOf, hashOfPair } from './hashing.ts';

/** What a word or a phrase counts as, with the hash of its feature. */
export interface Term {
  readonly text: string;
  readonly hash: number;
}

/** The terms of a text. */
export interface Terms {
  /** The stem of each word, in the same places; behind them the canonical terms that synonyms add. */
  readonly stems: readonly Term[];
  /** The text in canonical terms, in order: a word's or a phrase's term if it has one, else the word's stem. */
  readonly terms: readonly Term[];
}

/** The kinds of feature: a word, two neighbouring terms, some neighbouring characters of a word. */
export const WORD = 0;
export const BIGRAM = 1;
const NGRAM = 2;

const SHORTEST_NGRAM = 2;
const LONGEST_NGRAM = 4;
const EDGE = hashOf('', 7);

/** Receives a feature: its hash, its kind, and its place: that of the stem, or of a bigram's second term. */
type OnFeature = (hash: number, kind: typeof WORD | typeof BIGRAM, place: number) => void;

export const termOf = (text: string): Term => ({ text, hash: hashOf(text, WORD) });

/** Calls `onFeature` for each stem and added term, and each bigram of terms (the question's edges are terms too). */
export function eachWordAndBigram({ stems, terms }: Terms, onFeature: OnFeature): void {
  for (let place = 0; place < stems.length; place++) onFeature(stems[place]?.hash ?? 0, WORD, place);
  let before = EDGE;
  for (let place = 0; place < terms.length; place++) {
    const hash = terms[place]?.hash ?? 0;
    onFeature(hashOfPair(before, hash), BIGRAM, place);
    before = hash;
  }
  if (terms.length > 0) onFeature(hashOfPair(before, EDGE), BIGRAM, terms.length);
}

/**
 * Calls `onNgram` with the hash of each character n-gram, 2 to 4 long, of a word and its edges.
 * N-grams forgive typos: if spelling is not corrected, one in each question of banking77 costs 2.5 points of accuracy
 * with them, and 8 without.
 */
export function eachNgram(word: string, onNgram: (hash: number) => void): void {
  const bounded = `<${word}>`;
  for (let start = 0; start + SHORTEST_NGRAM <= bounded.length; start++) {
    const last = Math.min(bounded.length, start + LONGEST_NGRAM);
    for (let end = start + SHORTEST_NGRAM; end <= last; end++) onNgram(hashOf(bounded, NGRAM, start, end));
  }
}
