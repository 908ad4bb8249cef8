/** The fitted rankers while the program runs: read when somebody first asks, the least used let go beyond a bound. */
import type { Ranker } from '../search/ranking/index.ts';
import { type Fitted, rankerOf } from '../search/ranking/index.ts';
import { transferable } from './transferable.ts';

/** So many bytes of weights are held: those of some eight articles of 30,000 phrasings. */
const MOST_BYTES = 256 * 2 ** 20;

interface Held {
  readonly ranker: Ranker;
  readonly bytes: number;
  used: number;
}

/** The bytes of what was fitted, but for its words. */
const bytesOf = (fitted: Fitted): number =>
  [...transferable(fitted)].reduce((sum, { byteLength }) => sum + byteLength, 0);

/**
 * Gives the function from a name to its ranker, which is read when it is first used and again after it was let go, so that
 * whoever holds one holds no weights. `read` gives what was fitted under a name.
 */
export function createRankers(read: (name: string) => Fitted, mostBytes = MOST_BYTES): (name: string) => Ranker {
  const held = new Map<string, Held>();
  let bytes = 0;
  let uses = 0;

  /** Lets go of the least used, but not of the one that is asked. */
  function makeRoom(asked: string): void {
    while (bytes > mostBytes && held.size > 1) {
      const [least] = [...held].filter(([name]) => name !== asked).sort(([, one], [, other]) => one.used - other.used);
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
    rank: (...asked) => use(name).rank(...asked),
    labelOf: (text) => use(name).labelOf(text),
    explain: (text) => use(name).explain(text),
    knows: (word) => use(name).knows(word),
  });
}
