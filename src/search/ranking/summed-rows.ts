/**
 * Rows of questions, in which each known word stands for all its pieces. What these weigh is summed up beforehand, in a
 * column of the word's own behind those of the features: a word has a dozen pieces, and each would wait for memory.
 */
import { eachPieceColumn, type Pieces } from './pieces.ts';
import type { Reading } from './reading.ts';
import { damped, type Row, scale, termWriter } from './rows.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Gives the function that writes a reading into `row`. What it comes to is what `rowWriter` does, as pieces that occur
 * several times, and were so counted in several words, are taken back down to what that counts them.
 */
export function summedRowWriter(
  row: Row,
  vocabulary: Vocabulary,
  worth: Float32Array,
  pieces: Pieces,
): (reading: Reading) => Row {
  const { columns, values } = row;
  const counts = new Uint16Array(vocabulary.size);
  const writeTerms = termWriter(row, counts, vocabulary, worth);
  const repeated: number[] = [];
  const put = (column: number, value: number): void => {
    columns[row.length] = column;
    values[row.length++] = value;
  };
  const count = (column: number): void => {
    const times = (counts[column] as number) + 1;
    counts[column] = times;
    if (times === 2) repeated.push(column);
  };
  const loose = (column: number): void => {
    put(column, worth[column] as number);
    count(column);
  };

  return (reading) => {
    let squares = writeTerms(reading);
    for (const { place, text } of reading.words) {
      if (place < 0) {
        eachPieceColumn(text, vocabulary, loose);
        continue;
      }
      const column = vocabulary.size + place;
      // Worth nothing: a synonym's word of which no phrasing holds a piece.
      if (worth[column] !== 0) put(column, worth[column] as number);
      const end = pieces.first[place + 1] as number;
      for (let at = pieces.first[place] as number; at < end; at++) count(pieces.columns[at] as number);
    }
    for (let at = row.pieces; at < row.length; at++) squares += (values[at] as number) ** 2;
    for (const column of repeated) {
      const [times, each] = [counts[column] as number, worth[column] as number];
      put(column, (damped(times) - times) * each);
      squares += (damped(times) ** 2 - times) * each ** 2;
    }
    repeated.length = 0;
    for (let at = row.pieces; at < row.length; at++) {
      const column = columns[at] as number;
      if (column < vocabulary.size) counts[column] = 0;
      else {
        const place = column - vocabulary.size;
        const end = pieces.first[place + 1] as number;
        for (let at = pieces.first[place] as number; at < end; at++) counts[pieces.columns[at] as number] = 0;
      }
    }
    scale(row, squares);
    return row;
  };
}
