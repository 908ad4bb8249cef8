import type { Row, Rows } from './rows.ts';

/** The phrasings' words and pairs, by label: label l has the phrasings from first[l] up to first[l + 1]. */
export interface Phrasings {
  readonly first: Int32Array;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** What an entry's phrasings have in common with a question. */
export interface Nearness {
  /** The highest cosine of the question's words and pairs with those of one phrasing, 0 to 1. */
  nearest: number;
  /** The part of the question's words, weighed by rarity, that occur in any of the phrasings, 0 to 1. */
  known: number;
}

function lengthOf(values: Float32Array, from: number, to: number): number {
  let squares = 0;
  for (let at = from; at < to; at++) squares += (values[at] as number) ** 2;
  return Math.sqrt(squares);
}

// A question is held against so many phrasings of an entry: more tell nothing new, and would cost time.
const MOST_OF_A_LABEL = 200;

/** Each label's rows, or as many as are held against a question, evenly over them. */
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

/** Sorts rows by label, keeps their words and pairs, and brings these to length 1. */
export function phrasingsOf(rows: Rows, targets: Int32Array, labels: number): Phrasings {
  const chosen = chosenRows(targets, labels);
  const order = chosen.flat();
  const first = new Int32Array(labels + 1);
  chosen.forEach((rows, label) => {
    first[label + 1] = (first[label] as number) + rows.length;
  });
  const starts = new Int32Array(order.length + 1);
  order.forEach((row, at) => {
    starts[at + 1] = (starts[at] as number) + (rows.ngrams[row] as number) - (rows.starts[row] as number);
  });
  const columns = new Int32Array(starts.at(-1) ?? 0);
  const values = new Float32Array(columns.length);
  order.forEach((row, at) => {
    const from = rows.starts[row] as number;
    const to = rows.ngrams[row] as number;
    const length = lengthOf(rows.values, from, to) || 1;
    columns.set(rows.columns.subarray(from, to), starts[at]);
    for (let k = from; k < to; k++) values[(starts[at] as number) + k - from] = (rows.values[k] as number) / length;
  });
  return { first, starts, columns, values };
}

/** Gives the function that measures how near a question is to a label's phrasings; its result is used again. */
export function nearnessOf(
  phrasings: Phrasings,
  rarity: Float32Array,
  unseen: number,
): (row: Row, label: number) => Nearness {
  const { first, starts, columns, values } = phrasings;
  const asked = new Float32Array(rarity.length);
  const met = new Uint8Array(rarity.length);
  const result: Nearness = { nearest: 0, known: 0 };
  return (row, label) => {
    const length = lengthOf(row.values, 0, row.ngrams) || 1;
    for (let at = 0; at < row.ngrams; at++) asked[row.columns[at] as number] = (row.values[at] as number) / length;
    let nearest = 0;
    for (let phrasing = first[label] as number; phrasing < (first[label + 1] as number); phrasing++) {
      let cosine = 0;
      for (let k = starts[phrasing] as number; k < (starts[phrasing + 1] as number); k++) {
        const column = columns[k] as number;
        const value = asked[column] as number;
        if (value === 0) continue;
        cosine += value * (values[k] as number);
        met[column] = 1;
      }
      if (cosine > nearest) nearest = cosine;
    }
    let common = 0;
    let all = row.unknownWords * unseen;
    for (let at = 0; at < row.ngrams; at++) {
      const column = row.columns[at] as number;
      asked[column] = 0;
      if (at < row.words) {
        all += rarity[column] as number;
        if (met[column] === 1) common += rarity[column] as number;
      }
      met[column] = 0;
    }
    result.nearest = nearest;
    result.known = all === 0 ? 0 : common / all;
    return result;
  };
}
