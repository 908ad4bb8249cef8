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
  /** The text in canonical terms, in order: a word's or a phrase's term where it has one, else the word's stem. */
  readonly terms: readonly Term[];
}

/** The kinds of feature: a word, two neighbouring terms, a piece of a word. */
export const WORD = 0;
export const PAIR = 1;
const PIECE = 2;

const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 4;
const EDGE = hashOf('', 7);

/** Receives a feature: its hash, its kind, and its place: that of the stem, or of a pair's later term. */
type OnTerm = (hash: number, kind: typeof WORD | typeof PAIR, place: number) => void;

export const termOf = (text: string): Term => ({ text, hash: hashOf(text, WORD) });

/** Calls `onTerm` for each stem and added term, and each pair of neighbouring terms (the question's edges count). */
export function eachTerm({ stems, terms }: Terms, onTerm: OnTerm): void {
  for (let place = 0; place < stems.length; place++) onTerm(stems[place]?.hash ?? 0, WORD, place);
  let before = EDGE;
  for (let place = 0; place < terms.length; place++) {
    const hash = terms[place]?.hash ?? 0;
    onTerm(hashOfPair(before, hash), PAIR, place);
    before = hash;
  }
  if (terms.length > 0) onTerm(hashOfPair(before, EDGE), PAIR, terms.length);
}

/**
 * Calls `onPiece` with the hash of each piece of 2 to 4 characters inside a word and its edges.
 * Pieces forgive a typo: one in each question costs banking77 2 points of accuracy with them and 6 without.
 */
export function eachPiece(word: string, onPiece: (hash: number) => void): void {
  const bounded = `<${word}>`;
  for (let start = 0; start + SHORTEST_PIECE <= bounded.length; start++) {
    const last = Math.min(bounded.length, start + LONGEST_PIECE);
    for (let end = start + SHORTEST_PIECE; end <= last; end++) onPiece(hashOf(bounded, PIECE, start, end));
  }
}
