/** Pieces of words by their columns: looked up once for each word that is known. */
import { eachPiece } from './features.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The columns of known words' pieces, as often as each occurs: word w has those from first[w] up to first[w + 1]. */
export interface Pieces {
  readonly first: Int32Array;
  readonly columns: Int32Array;
}

/** Calls `onColumn` for each piece of a word that the vocabulary holds. */
export function eachPieceColumn(word: string, vocabulary: Vocabulary, onColumn: (column: number) => void): void {
  eachPiece(word, (hash) => {
    const column = vocabulary.find(hash);
    if (column >= 0) onColumn(column);
  });
}

/** The pieces of words, in the words' order. */
export function piecesOf(words: Iterable<string>, vocabulary: Vocabulary): Pieces {
  const first = [0];
  const columns: number[] = [];
  for (const word of words) {
    eachPieceColumn(word, vocabulary, (column) => columns.push(column));
    first.push(columns.length);
  }
  return { first: Int32Array.from(first), columns: Int32Array.from(columns) };
}
