import { eachTerm, WORD } from './features.ts';
import { eachPieceColumn } from './pieces.ts';
import type { Reading } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Sparse rows, one a text: row r holds the columns and values from starts[r] up to starts[r + 1]; each of length 1. */
export interface Rows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  /** Where row r's pieces begin: before them stand its words and pairs. */
  readonly pieces: Int32Array;
}

/** A row being written, used again for each question so that ranking makes no garbage. */
export interface Row {
  readonly columns: Int32Array;
  readonly values: Float32Array;
  length: number;
  /** How many columns are words; these come first. */
  words: number;
  /** Where the pieces begin. */
  pieces: number;
  /** How many of the text's words no phrasing holds. */
  unknownWords: number;
}

/** More than a row needs: a question has up to 150 words of up to 40 characters, each with under 130 features. */
export const WIDEST_ROW = 30_000;

/** An empty row, with room for the widest. */
export function makeRow(
  columns: Int32Array = new Int32Array(WIDEST_ROW),
  values: Float32Array = new Float32Array(WIDEST_ROW),
): Row {
  return { columns, values, length: 0, words: 0, pieces: 0, unknownWords: 0 };
}

/** What a feature counts that occurs so many times: nearly all do once, and the logarithm is slow. */
export const damped = (times: number): number => (times === 1 ? 1 : 1 + Math.log(times));

/**
 * Gives the function that begins a row anew with a reading's words and pairs, each column once. It gives the sum of
 * their squares. `worth` is what each column is worth, and `counts` hold 0 for each before and after.
 */
export function termWriter(
  row: Row,
  counts: Uint16Array,
  vocabulary: Vocabulary,
  worth: Float32Array,
): (reading: Reading) => number {
  const { columns, values } = row;
  const take = (hash: number, kind: number): void => {
    const column = vocabulary.find(hash);
    if (column < 0) {
      if (kind === WORD) row.unknownWords++;
      return;
    }
    const count = counts[column] as number;
    counts[column] = count + 1;
    if (count > 0) return;
    columns[row.length++] = column;
    if (kind === WORD) row.words++;
  };
  return (reading) => {
    row.length = row.words = row.unknownWords = 0;
    eachTerm(reading, take);
    row.pieces = row.length;
    let squares = 0;
    for (let at = 0; at < row.length; at++) {
      const column = columns[at] as number;
      const value = damped(counts[column] as number) * (worth[column] as number);
      counts[column] = 0;
      values[at] = value;
      squares += value * value;
    }
    return squares;
  };
}

/** Brings a row whose squares have this sum to length 1. */
export function scale({ values, length }: Row, squares: number): void {
  const factor = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  for (let at = 0; at < length; at++) values[at] = (values[at] as number) * factor;
}

/** Gives the function that turns a reading into a row of all its features: what is fitted on. */
export function rowWriter(vocabulary: Vocabulary, worth: Float32Array): (reading: Reading) => Row {
  const row = makeRow();
  const { columns, values } = row;
  const counts = new Uint16Array(vocabulary.size);
  const writeTerms = termWriter(row, counts, vocabulary, worth);
  const take = (column: number): void => {
    const count = counts[column] as number;
    counts[column] = count + 1;
    if (count === 0) columns[row.length++] = column;
  };
  return (reading) => {
    let squares = writeTerms(reading);
    for (const { text } of reading.words) eachPieceColumn(text, vocabulary, take);
    for (let at = row.pieces; at < row.length; at++) {
      const column = columns[at] as number;
      const value = damped(counts[column] as number) * (worth[column] as number);
      counts[column] = 0;
      values[at] = value;
      squares += value * value;
    }
    scale(row, squares);
    return row;
  };
}

/** Copies one row after another into one block. */
export function collectRows(readings: readonly Reading[], write: (reading: Reading) => Row): Rows {
  const starts = new Int32Array(readings.length + 1);
  const pieces = new Int32Array(readings.length);
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
    pieces[at] = start + row.pieces;
    starts[at + 1] = end;
  });
  return { starts, pieces, columns: columns.slice(0, starts.at(-1)), values: values.slice(0, starts.at(-1)) };
}
