import { eachWordAndBigram, WORD } from './features.ts';
import type { Tokens } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Sparse unit vectors, one for each text: row r has the columns and values from starts[r] up to starts[r + 1]. */
export interface Rows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  /** Where row r's character n-grams begin, after its words and bigrams. */
  readonly ngrams: Int32Array;
}

/** A row that is overwritten by each question, so that ranking allocates nothing. */
export interface Row {
  columns: Int32Array;
  values: Float32Array;
  length: number;
  /** How many columns are words, which come first. */
  words: number;
  /** Where the character n-grams begin. */
  ngrams: number;
  /** How many of the text's words occur in no phrasing. */
  unknownWords: number;
}

/** The room of a row at first, which few questions need; it grows with a longer one. */
const ROOM = 1024;

/** Sublinear term frequency, with a shortcut: nearly all features occur once, and the logarithm is slow. */
const sublinear = (count: number): number => (count === 1 ? 1 : 1 + Math.log(count));

/** The most features that a text can have. */
const mostFeatures = ({ stems, terms, words }: Tokens): number =>
  words.reduce((sum, { ngrams }) => sum + ngrams.length, stems.length + terms.length + 1);

/** Creates the function that writes a text into a row: tf-idf values, scaled to length 1. */
export function rowWriter(vocabulary: Vocabulary, idf: Float32Array): (tokens: Tokens) => Row {
  let [columns, values] = [new Int32Array(ROOM), new Float32Array(ROOM)];
  const row: Row = { columns, values, length: 0, words: 0, ngrams: 0, unknownWords: 0 };
  const makeRoom = (room: number): void => {
    if (room <= columns.length) return;
    row.columns = columns = new Int32Array(2 * room);
    row.values = values = new Float32Array(2 * room);
  };
  // How often each column occurs in the text; reset to 0 after each.
  const counts = new Uint16Array(vocabulary.size);
  const count = (column: number): boolean => {
    const before = counts[column] as number;
    counts[column] = before + 1;
    if (before === 0) columns[row.length++] = column;
    return before === 0;
  };
  const takeWordOrBigram = (hash: number, kind: number): void => {
    const column = vocabulary.find(hash);
    if (column >= 0 && count(column) && kind === WORD) row.words++;
    if (column < 0 && kind === WORD) row.unknownWords++;
  };
  const takeNgram = (hash: number): void => {
    const column = vocabulary.find(hash);
    if (column >= 0) count(column);
  };
  return (tokens) => {
    makeRoom(mostFeatures(tokens));
    row.length = row.words = row.unknownWords = 0;
    eachWordAndBigram(tokens, takeWordOrBigram);
    row.ngrams = row.length;
    for (const { ngrams } of tokens.words) for (const hash of ngrams) takeNgram(hash);
    let squares = 0;
    for (let at = 0; at < row.length; at++) {
      const column = columns[at] as number;
      const value = sublinear(counts[column] as number) * (idf[column] as number);
      counts[column] = 0;
      values[at] = value;
      squares += value * value;
    }
    const factor = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let at = 0; at < row.length; at++) values[at] = (values[at] as number) * factor;
    return row;
  };
}

/** Collects the rows of texts, in memory that threads share: each network is fitted on all of them. */
export function collectRows(texts: readonly Tokens[], write: (tokens: Tokens) => Row): Rows {
  const starts = new Int32Array(texts.length + 1);
  const ngrams = new Int32Array(texts.length);
  const bytes = 4 * texts.reduce((sum, tokens) => sum + mostFeatures(tokens), 0);
  const columns = new Int32Array(new SharedArrayBuffer(bytes));
  const values = new Float32Array(new SharedArrayBuffer(bytes));
  texts.forEach((tokens, at) => {
    const row = write(tokens);
    const start = starts[at] as number;
    columns.set(row.columns.subarray(0, row.length), start);
    values.set(row.values.subarray(0, row.length), start);
    ngrams[at] = start + row.ngrams;
    starts[at + 1] = start + row.length;
  });
  const end = starts[texts.length];
  return { starts, ngrams, columns: columns.subarray(0, end), values: values.subarray(0, end) };
}
