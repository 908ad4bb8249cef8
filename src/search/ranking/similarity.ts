import type { Row, Rows } from './rows.ts';

/**
 * An inverted index of the phrasings' words and bigrams. Label l has the postings from first[l] up to first[l + 1],
 * sorted by column: a column, one of the label's phrasings, and the column's value in it.
 */
export interface InvertedIndex {
  readonly first: Int32Array;
  readonly columns: Uint16Array | Int32Array;
  readonly phrasings: Uint8Array;
  readonly values: Float32Array;
}

/** How similar an entry's phrasings are to a question. */
export interface Similarity {
  /** The highest cosine similarity to any one phrasing, by words and bigrams, 0 to 1. */
  readonly cosine: number;
  /** The share of the question's words, weighted by idf, that occur in any phrasing, 0 to 1. */
  readonly coverage: number;
}

function lengthOf(values: Float32Array, from: number, to: number): number {
  let squares = 0;
  for (let at = from; at < to; at++) squares += (values[at] as number) ** 2;
  return Math.sqrt(squares);
}

// At most this many phrasings of an entry are compared: more add little, and cost time.
const MOST_OF_A_LABEL = 200;

/** Each label's rows, evenly sampled if there are too many. */
function chosenRows(targets: Int32Array, labels: number): number[][] {
  const rows: number[][] = Array.from({ length: labels }, () => []);
  targets.forEach((target, row) => {
    rows[target]?.push(row);
  });
  return rows.map((all) => {
    const step = Math.max(1, all.length / MOST_OF_A_LABEL);
    return all.filter((_, at) => at === 0 || Math.floor(at / step) > Math.floor((at - 1) / step));
  });
}

/** Indexes the words and bigrams of each label's phrasings, scaled to length 1 without the n-grams. */
export function invertedIndexOf(rows: Rows, targets: Int32Array, labels: number, features: number): InvertedIndex {
  const chosen = chosenRows(targets, labels);
  const sizeOf = (row: number) => (rows.ngrams[row] as number) - (rows.starts[row] as number);
  const size = chosen.flat().reduce((sum, row) => sum + sizeOf(row), 0);
  const index = {
    first: new Int32Array(labels + 1),
    columns: features <= 2 ** 16 ? new Uint16Array(size) : new Int32Array(size),
    phrasings: new Uint8Array(size),
    values: new Float32Array(size),
  };
  let end = 0;
  chosen.forEach((ofLabel, label) => {
    const phrasings: number[] = [];
    const places: number[] = [];
    const lengths = ofLabel.map((row, phrasing) => {
      const [from, to] = [rows.starts[row] as number, rows.ngrams[row] as number];
      for (let place = from; place < to; place++) {
        phrasings.push(phrasing);
        places.push(place);
      }
      return lengthOf(rows.values, from, to) || 1;
    });
    const columnOf = (at: number) => rows.columns[places[at] as number] as number;
    // The sort is stable: a column's phrasings keep their order.
    for (const at of [...places.keys()].sort((one, other) => columnOf(one) - columnOf(other))) {
      const phrasing = phrasings[at] as number;
      index.columns[end] = columnOf(at);
      index.phrasings[end] = phrasing;
      index.values[end++] = (rows.values[places[at] as number] as number) / (lengths[phrasing] as number);
    }
    index.first[label + 1] = end;
  });
  return index;
}

/** Binary search: the first index from `from` up to `to` with a number of at least `number`; else `to`. */
function placeOf(numbers: Uint16Array | Int32Array, number: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Creates the function that compares a question with a label's phrasings. */
export function similarityOf(
  { first, columns, phrasings, values }: InvertedIndex,
  idf: Float32Array,
  unseenIdf: number,
): (row: Row, label: number) => Similarity {
  const cosines = new Float64Array(MOST_OF_A_LABEL);
  return (row, label) => {
    const length = lengthOf(row.values, 0, row.ngrams) || 1;
    const end = first[label + 1] as number;
    let common = 0;
    let all = row.unknownWords * unseenIdf;
    cosines.fill(0);
    for (let at = 0; at < row.ngrams; at++) {
      const column = row.columns[at] as number;
      const value = (row.values[at] as number) / length;
      const start = placeOf(columns, column, first[label] as number, end);
      for (let k = start; k < end && columns[k] === column; k++) {
        const phrasing = phrasings[k] as number;
        cosines[phrasing] = (cosines[phrasing] as number) + value * (values[k] as number);
      }
      if (at >= row.words) continue;
      all += idf[column] as number;
      if (start < end && columns[start] === column) common += idf[column] as number;
    }
    let cosine = 0;
    for (let phrasing = 0; phrasing < MOST_OF_A_LABEL; phrasing++)
      if ((cosines[phrasing] as number) > cosine) cosine = cosines[phrasing] as number;
    return { cosine, coverage: all === 0 ? 0 : common / all };
  };
}
