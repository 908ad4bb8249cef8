/** Holds fitted rankers in memory: read on first use, the least recently used dropped beyond a limit. */
import type { Ranker } from '../search/ranking/index.ts';
import { type Fitted, rankerOf } from '../search/ranking/index.ts';
import { transferable } from './transferable.ts';

/** The weights that may be held: about sixteen rankers of 36,000 phrasings, and with many articles a share for each. */
const LEAST_BYTES = 256 * 2 ** 20;
const BYTES_AN_ARTICLE = 4 * 2 ** 20;

/** The limit for a number of articles, in bytes. */
export const mostBytesFor = (articles: number): number => Math.max(LEAST_BYTES, BYTES_AN_ARTICLE * articles);

interface Held {
  readonly ranker: Ranker;
  readonly bytes: number;
  /** When it was last used, as a count of uses. */
  used: number;
}

/** The size of a fitted ranker, without its words. */
const bytesOf = (fitted: Fitted): number =>
  [...transferable(fitted)].reduce((sum, { byteLength }) => sum + byteLength, 0);

/**
 * Creates the function from a name to its ranker. A ranker is read on first use, and again after it was dropped, so a
 * reference to one holds no weights. `read` gives the fitted ranker of a name; the weights take at most `mostBytes`.
 */
export function createRankers(read: (name: string) => Fitted, mostBytes: number): (name: string) => Ranker {
  const held = new Map<string, Held>();
  let bytes = 0;
  let uses = 0;

  /** Drops the least recently used, but not the one in use. */
  function makeRoom(inUse: string): void {
    while (bytes > mostBytes && held.size > 1) {
      const [least] = [...held].filter(([name]) => name !== inUse).sort(([, one], [, other]) => one.used - other.used);
      if (!least) return;
      bytes -= least[1].bytes;
      held.delete(least[0]);
    }
  }

  function use(name: string): Ranker {
    let known = held.get(name);
    if (!known) {
      const fitted = read(name);
      known = { ranker: rankerOf(fitted), bytes: bytesOf(fitted), used: 0 };
      held.set(name, known);
      bytes += known.bytes;
      makeRoom(name);
    }
    known.used = ++uses;
    return known.ranker;
  }

  return (name) => ({
    rank: (...given) => use(name).rank(...given),
    labelOf: (text) => use(name).labelOf(text),
    explain: (text) => use(name).explain(text),
    knows: (word) => use(name).knows(word),
    correct: (word) => use(name).correct(word),
  });
}
