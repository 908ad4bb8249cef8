import { memoize } from '../text/memoize.ts';
import { words } from '../text/normalise.ts';
import { fuzzyWords } from './fuzzy.ts';

/** One text of an item in the index: its words, and how much a match in them counts, 0–1. */
export interface Field {
  readonly words: readonly string[];
  readonly weight: number;
}

export interface Hit {
  /** The item's index in the list. */
  readonly at: number;
  /** The share of the typed words that the item matches, weighted by how rare they are: 0–1. */
  readonly share: number;
  /** The same as a sum of weights: a word that only one of N items has counts log(1 + N). */
  readonly weight: number;
}

/** The most words read in one text, and the most whose spelling is checked, to bound the time. */
const MOST_WORDS = 200;
const MOST_MISSPELT = 12;
/** Misspellings are corrected to words of fields that count at least this much. */
const SPELLED_FROM = 0.5;

/** Which items hold each word, and the most that it counts there, in flat arrays: there may be thousands of words. */
function postingsOf(items: readonly (readonly Field[])[]) {
  const found = new Map<string, Map<number, number>>();
  items.forEach((fields, at) => {
    for (const { words, weight } of fields) {
      for (const word of words) {
        const holding = found.get(word) ?? new Map<number, number>();
        holding.set(at, Math.max(holding.get(at) ?? 0, weight));
        found.set(word, holding);
      }
    }
  });
  const size = [...found.values()].reduce((sum, items) => sum + items.size, 0);
  const [holders, weights] = [new Uint32Array(size), new Float64Array(size)];
  let end = 0;
  const ranges = new Map<string, { readonly from: number; readonly to: number }>();
  for (const [word, items] of found) {
    const from = end;
    for (const [item, weight] of items) {
      holders[end] = item;
      weights[end++] = weight;
    }
    ranges.set(word, { from, to: end });
  }
  return { ranges, holders, weights };
}

/**
 * Indexes items by their words and returns a search: the best items for some words come first. A word counts by its
 * rarity (smoothed inverse document frequency) and by how well it matches. With `unfinished`, the last word is still
 * being typed.
 */
export function wordIndex(
  items: readonly (readonly Field[])[],
): (typed: readonly string[], unfinished?: boolean) => Hit[] {
  const { ranges, holders, weights } = postingsOf(items);
  // Not `items.length` below: that would keep all their words in memory.
  const size = items.length;
  const rarity = (word: string) => {
    const { from = 0, to = 1 } = ranges.get(word) ?? {};
    return Math.log(1 + size / (to - from));
  };
  const main = items.flat().filter(({ weight }) => weight >= SPELLED_FROM);
  const matches = fuzzyWords([...ranges.keys()], [...new Set(main.flatMap(({ words }) => words))]);

  return (typed, unfinished = false) => {
    const distinct = [...new Set(typed)].slice(0, MOST_WORDS);
    const total = new Float64Array(size);
    let possible = 0;
    let misspelt = 0;
    for (const word of distinct) {
      const isLast = unfinished && word === typed.at(-1);
      const known = ranges.has(word);
      if (!known && misspelt++ >= MOST_MISSPELT) continue;
      const best = new Map<number, number>();
      let rarest = 0;
      for (const match of matches(word, isLast)) {
        const worth = rarity(match.word) * match.closeness;
        rarest = Math.max(rarest, worth);
        const { from = 0, to = 0 } = ranges.get(match.word) ?? {};
        for (let place = from; place < to; place++) {
          const at = holders[place] as number;
          best.set(at, Math.max(best.get(at) ?? 0, worth * (weights[place] as number)));
        }
      }
      // A word that matches nothing counts as much as the rarest one, so that nonsense matches nothing.
      possible += rarest || Math.log(1 + size);
      for (const [at, worth] of best) total[at] = (total[at] ?? 0) + worth;
    }
    return [...total]
      .map((weight, at) => ({ at, weight, share: possible > 0 ? weight / possible : 0 }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.at - b.at);
  };
}

/**
 * Returns a function that adds, after each word or phrase with a canonical term, the words of that term. All articles
 * share it, as they share the synonyms.
 */
export const withSynonyms = memoize((synonyms: ReadonlyMap<string, string>) => {
  const terms = new Map(Array.from(synonyms, ([phrase, term]) => [phrase, words(term)]));
  const longest = Math.max(0, ...Array.from(synonyms.keys(), (phrase) => phrase.split(' ').length));
  return (typed: readonly string[]): readonly string[] =>
    typed.flatMap((word, at) => {
      const lengths = Array.from({ length: longest }, (_, more) => more + 1);
      return [word, ...lengths.flatMap((length) => terms.get(typed.slice(at, at + length).join(' ')) ?? [])];
    });
});
