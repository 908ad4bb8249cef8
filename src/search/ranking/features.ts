import { hashOf, hashOfPair } from './hashing.ts';

/** A stem or canonical term, with the hash of its feature. */
export interface Term {
  readonly text: string;
  readonly hash: number;
}

/** A text as stems and terms. */
export interface Terms {
  /** The stem of each word, at the word's index, followed by the canonical terms that synonyms add. */
  readonly stems: readonly Term[];
  /** The text in order, each word or phrase as its canonical term if it has one, else as the word's stem. */
  readonly terms: readonly Term[];
}

/** The kinds of feature: a word, a bigram of terms, a character n-gram of a word. */
export const WORD = 0;
export const BIGRAM = 1;
const NGRAM = 2;

const SHORTEST_NGRAM = 2;
const LONGEST_NGRAM = 4;
const EDGE = hashOf('', 7);

/** Receives a feature: its hash, its kind, and the index of its stem, or of a bigram's second term. */
type OnFeature = (hash: number, kind: typeof WORD | typeof BIGRAM, place: number) => void;

/** The term of a text. */
export const termOf = (text: string): Term => ({ text, hash: hashOf(text, WORD) });

/** Calls `onFeature` for each stem, and for each bigram of terms; the text's edges count as terms. */
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
 * The hash of each character n-gram of a word, 2 to 4 long, edges included.
 * N-grams tolerate typos: without spelling correction, one typo in each question of banking77 costs 2.5 points of
 * accuracy with them, and 8 without.
 */
export function ngramsOf(word: string): readonly number[] {
  const bounded = `<${word}>`;
  const hashes: number[] = [];
  for (let start = 0; start + SHORTEST_NGRAM <= bounded.length; start++) {
    const last = Math.min(bounded.length, start + LONGEST_NGRAM);
    for (let end = start + SHORTEST_NGRAM; end <= last; end++) hashes.push(hashOf(bounded, NGRAM, start, end));
  }
  return hashes;
}
