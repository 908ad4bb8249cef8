/** Fitted rankers, read on first use. Beyond a limit, their weights stay in their files. */
import { type CopyRow, type Fitted, INNER_ROW_BYTES, type Ranker, rankerOf, rowsIn } from '../search/ranking/index.ts';
import type { Bytes } from './cache.ts';

/** The weights that are held in memory: about four rankers of 30,000 phrasings, such as an article's in four languages. */
const MOST_BYTES = 48 * 2 ** 20;

/** A fitted ranker; with `weights`, its model is without the inner ones, which are in a file. */
export interface Stored {
  readonly fitted: Fitted;
  readonly weights?: Bytes;
}

/** The rows of weights in a file, read as they are needed: the operating system keeps what is read often. */
const rowsInFile =
  (weights: Bytes): CopyRow =>
  (row, to, at) =>
    weights.copy(row * INNER_ROW_BYTES, INNER_ROW_BYTES, to, at);

function inMemory(weights: Bytes): CopyRow {
  const matrix = new Int8Array(weights.length);
  weights.copy(0, weights.length, matrix, 0);
  return rowsIn(matrix, INNER_ROW_BYTES);
}

/**
 * Creates the function from a name to its ranker, which is read on first use. The first rankers that are used hold their
 * weights in memory, `mostBytes` in all; those of the others are read row by row, which takes a fraction of a millisecond
 * for a question.
 */
export function createRankers(read: (name: string) => Stored, mostBytes = MOST_BYTES): (name: string) => Ranker {
  const opened = new Map<string, Ranker>();
  let held = 0;

  function use(name: string): Ranker {
    const known = opened.get(name);
    if (known) return known;
    const { fitted, weights } = read(name);
    const holds = weights !== undefined && held + weights.length <= mostBytes;
    if (holds) held += weights.length;
    const ranker = rankerOf(fitted, weights && (holds ? inMemory(weights) : rowsInFile(weights)));
    opened.set(name, ranker);
    return ranker;
  }

  return (name) => ({
    rank: (...given) => use(name).rank(...given),
    labelOf: (text) => use(name).labelOf(text),
    explain: (text) => use(name).explain(text),
    knows: (word) => use(name).knows(word),
    correct: (word) => use(name).correct(word),
  });
}
