import { hashOf, hashOfPair } from './hashing.ts';
import type { Reading } from './reading.ts';

/** The kinds of feature: a word, two neighbouring terms, a character n-gram. */
export const WORD = 0;
export const PAIR = 1;
export const NGRAM = 2;

const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 4;
const EDGE = hashOf('', 7);

/** Receives a feature: its hash, its kind, and its place: that of the stem, of a pair's later term, or of the word. */
type OnFeature = (hash: number, kind: number, place: number) => void;

const hashOfTerm = (term: string): number => hashOf(term, WORD);

/** Calls `onFeature` for each stem and added term, and each pair of neighbouring terms (the question's edges count). */
export function eachTerm({ stems, terms }: Reading, onFeature: OnFeature): void {
  for (let place = 0; place < stems.length; place++) onFeature(hashOfTerm(stems[place] ?? ''), WORD, place);
  let before = EDGE;
  for (let place = 0; place < terms.length; place++) {
    const hash = hashOfTerm(terms[place] ?? '');
    onFeature(hashOfPair(before, hash), PAIR, place);
    before = hash;
  }
  if (terms.length > 0) onFeature(hashOfPair(before, EDGE), PAIR, terms.length);
}

/**
 * Calls `onPiece` with the hash of each piece of 2 to 4 characters inside a word and its edges.
 * Pieces forgive a typo: one in each question costs banking77 2 points of accuracy with them and 6 without.
 */
export function eachPiece(word: string, onPiece: (hash: number) => void): void {
  const bounded = `<${word}>`;
  for (let start = 0; start + SHORTEST_PIECE <= bounded.length; start++) {
    const last = Math.min(bounded.length, start + LONGEST_PIECE);
    for (let end = start + SHORTEST_PIECE; end <= last; end++) onPiece(hashOf(bounded, NGRAM, start, end));
  }
}

/** Calls `onFeature` for each term and pair, then each piece of each word. */
export function eachFeature(reading: Reading, onFeature: OnFeature): void {
  eachTerm(reading, onFeature);
  reading.words.forEach((word, place) => {
    eachPiece(word, (hash) => onFeature(hash, NGRAM, place));
  });
}
