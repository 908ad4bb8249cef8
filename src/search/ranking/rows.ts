import { eachPiece, eachTerm, WORD } from './features.ts';
import type { Reading } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Sparse rows, one a text: row r holds the columns and values from starts[r] up to starts[r + 1]; each of length 1. */
export interface Rows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  /** Where row r's character n-grams begin: before them stand its words and pairs. */
  readonly ngrams: Int32Array;
}

/** A row being written, used again for each question so that ranking makes no garbage. */
export interface Row {
  readonly columns: Int32Array;
  readonly values: Float32Array;
  length: number;
  /** How many columns are words; these come first. */
  words: number;
  /** Where the character n-grams begin. */
  ngrams: number;
  /** How many of the text's words no phrasing holds. */
  unknownWords: number;
}

/** More than a row needs: a question has up to 150 words of up to 40 characters, each with under 130 features. */
export const WIDEST_ROW = 20_000;

/** The columns of each word's pieces, found once for each word that `isKnown`: those are as many as the phrasings hold. */
function pieceFinder(vocabulary: Vocabulary, isKnown: (word: string) => boolean): (word: string) => Int32Array {
  const kept = new Map<string, Int32Array>();
  return (word) => {
    const before = kept.get(word);
    if (before) return before;
    const columns: number[] = [];
    eachPiece(word, (hash) => {
      const column = vocabulary.find(hash);
      if (column >= 0) columns.push(column);
    });
    const found = Int32Array.from(columns);
    if (isKnown(word)) kept.set(word, found);
    return found;
  };
}

/** What a row writer reads by: `rarity` weighs the columns of `vocabulary`, and `isKnown` tells the phrasings' words. */
export interface Known {
  readonly vocabulary: Vocabulary;
  readonly rarity: Float32Array;
  readonly isKnown: (word: string) => boolean;
}

/**
 * Gives the function that turns a reading into a row. The row is written into `columns` and `values`, which need room
 * for the widest.
 */
export function rowWriter(
  { vocabulary, rarity, isKnown }: Known,
  columns: Int32Array = new Int32Array(WIDEST_ROW),
  values: Float32Array = new Float32Array(WIDEST_ROW),
): (reading: Reading) => Row {
  const counts = new Uint16Array(vocabulary.size);
  const row: Row = { columns, values, length: 0, words: 0, ngrams: 0, unknownWords: 0 };
  const piecesOf = pieceFinder(vocabulary, isKnown);

  const take = (column: number): boolean => {
    const count = counts[column] as number;
    counts[column] = count + 1;
    if (count > 0) return false;
    columns[row.length++] = column;
    return true;
  };

  return (reading) => {
    row.length = row.words = row.unknownWords = 0;
    eachTerm(reading, (hash, kind) => {
      const column = vocabulary.find(hash);
      if (column < 0) {
        if (kind === WORD) row.unknownWords++;
      } else if (take(column) && kind === WORD) row.words++;
    });
    row.ngrams = row.length;
    for (const word of reading.words) {
      const pieces = piecesOf(word);
      for (let at = 0; at < pieces.length; at++) take(pieces[at] as number);
    }
    let squares = 0;
    for (let at = 0; at < row.length; at++) {
      const column = columns[at] as number;
      const count = counts[column] as number;
      // Nearly all are there once, and the logarithm is slow.
      const value = (count === 1 ? 1 : 1 + Math.log(count)) * (rarity[column] as number);
      counts[column] = 0;
      values[at] = value;
      squares += value * value;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let at = 0; at < row.length; at++) values[at] = (values[at] as number) * scale;
    return row;
  };
}

/** Copies one row after another into one block. */
export function collectRows(readings: readonly Reading[], write: (reading: Reading) => Row): Rows {
  const starts = new Int32Array(readings.length + 1);
  const ngrams = new Int32Array(readings.length);
  let columns = new Int32Array(1 << 16);
  let values = new Float32Array(1 << 16);
  readings.forEach((reading, at) => {
    const row = write(reading);
    const start = starts[at] as number;
    const end = start + row.length;
    if (end > columns.length) {
      const room = Math.max(end, 2 * columns.length);
      const wider = { columns: new Int32Array(room), values: new Float32Array(room) };
      wider.columns.set(columns);
      wider.values.set(values);
      ({ columns, values } = wider);
    }
    columns.set(row.columns.subarray(0, row.length), start);
    values.set(row.values.subarray(0, row.length), start);
    ngrams[at] = start + row.ngrams;
    starts[at + 1] = end;
  });
  return { starts, ngrams, columns: columns.slice(0, starts.at(-1)), values: values.slice(0, starts.at(-1)) };
}
