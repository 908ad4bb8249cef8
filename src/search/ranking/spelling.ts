import { stem } from './stem.ts';

/** Shorter words are never corrected: too many real words differ by one letter. */
const SHORTEST = 4;
/** From this length, two edits are corrected. */
const LONG = 8;
/** Anything longer is not a real word. */
const LONGEST = 20;

/** As many corrections are remembered as the longest questions have words. */
const MOST_REMEMBERED = 300;

/** The largest edit distance that is corrected. */
const maxEdits = (word: string): number => (word.length >= LONG ? 2 : 1);

/** Whether the first letters agree: people seldom mistype them, and short words that differ there are mostly other words. */
function beginsAlike(typed: string, known: string): boolean {
  return typed[0] === known[0] || (typed[0] === known[1] && typed[1] === known[0]) || typed.length >= LONG;
}

/** The set of a word's letters, as bits; letters whose codes differ by a multiple of 32 share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << word.charCodeAt(at);
  return letters;
}

/** Whether a set has at most `limit` letters. */
function isWithin(letters: number, limit: number): boolean {
  let rest = letters;
  for (let taken = 0; taken < limit; taken++) rest &= rest - 1;
  return rest === 0;
}

/** Words of one length, with their letters. */
interface OfLength {
  readonly words: readonly string[];
  readonly letters: Int32Array;
}

/**
 * The optimal string alignment distance (Damerau 1964): the least number of insertions, deletions, substitutions and swaps
 * of neighbours, with no letter edited twice; `limit` + 1 if it exceeds `limit`.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[other.length] ?? 0, limit + 1);
}

/** Recognises words by themselves or by their stem, and corrects unknown ones. */
export interface Speller {
  knows(word: string): boolean;
  /** The nearest known word; the word itself if it is known, too short or long, has a digit, or is near none. */
  correct(word: string): string;
}

/**
 * Creates a speller from words and their frequencies. A word is corrected to the nearest within one edit (two from eight
 * letters), on a tie to the more frequent. Each edit takes at most one letter away and adds at most one, so nearly all
 * words are passed over by their letters alone. That needs no index, which would be larger than the networks.
 */
export function spellerOf(frequencies: ReadonlyMap<string, number>): Speller {
  const stems = new Set(Array.from(frequencies.keys(), stem));
  const isCorrectable = (word: string) => word.length >= SHORTEST && word.length <= LONGEST && !/\d/.test(word);
  const knows = (word: string) => frequencies.has(word) || stems.has(stem(word));
  const correctable = Map.groupBy([...frequencies.keys()].filter(isCorrectable), ({ length }) => length);
  const byLength: OfLength[] = Array.from({ length: LONGEST + 1 }, (_, length) => {
    const words = correctable.get(length) ?? [];
    return { words, letters: Int32Array.from(words, lettersOf) };
  });

  function nearest(typed: string): string {
    const limit = maxEdits(typed);
    const own = lettersOf(typed);
    let best = typed;
    let least = limit + 1;
    let highest = 0;
    for (const { words, letters } of byLength.slice(typed.length - limit, typed.length + limit + 1)) {
      for (let at = 0; at < words.length; at++) {
        const others = letters[at] as number;
        if (!isWithin(own & ~others, limit) || !isWithin(others & ~own, limit)) continue;
        const word = words[at] as string;
        if (!beginsAlike(typed, word)) continue;
        const distance = editDistance(typed, word, limit);
        const frequency = frequencies.get(word) ?? 0;
        if (distance > limit || distance > least || (distance === least && frequency <= highest)) continue;
        best = word;
        least = distance;
        highest = frequency;
      }
    }
    return best;
  }

  // A question's unknown words are corrected again for each of its halves, and the search is most of their time.
  const corrected = new Map<string, string>();
  function nearestOnce(typed: string): string {
    const known = corrected.get(typed);
    if (known !== undefined) return known;
    const found = nearest(typed);
    corrected.set(typed, found);
    const [oldest] = corrected.keys();
    if (corrected.size > MOST_REMEMBERED && oldest !== undefined) corrected.delete(oldest);
    return found;
  }

  return { knows, correct: (word) => (!knows(word) && isCorrectable(word) ? nearestOnce(word) : word) };
}
