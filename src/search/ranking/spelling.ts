import { hashWithout } from './hashing.ts';
import { stem } from './stem.ts';

/** Shorter words are never corrected: too many real words differ by one letter. */
const SHORTEST = 4;
/** From this length, two edits are corrected. */
const LONG = 8;
/** Anything longer is not a real word. */
const LONGEST = 20;

/** The largest edit distance that is corrected. */
const maxEdits = (word: string): number => (word.length >= LONG ? 2 : 1);

/** Whether the first letters agree: people seldom mistype them, and short words that differ there are mostly other words. */
function beginsAlike(typed: string, known: string): boolean {
  return typed[0] === known[0] || (typed[0] === known[1] && typed[1] === known[0]) || typed.length >= LONG;
}

/** The hashes of a word and its deletes: the word without one letter, or for a long word also without two. */
function deletesOf(word: string): readonly number[] {
  const { length } = word;
  const deletes = [hashWithout(word, length, length)];
  for (let place = 0; place < length; place++) deletes.push(hashWithout(word, place, place));
  if (maxEdits(word) > 1)
    for (let first = 0; first < length; first++)
      for (let second = first + 1; second < length; second++) deletes.push(hashWithout(word, first, second));
  return deletes;
}

/**
 * Words by the hashes of their deletes: a chained hash table in plain arrays, for some hundred thousand deletes. A
 * collision only adds a candidate.
 */
function wordsByDelete(words: readonly string[]): (hash: number) => readonly string[] {
  const deletes = words.map(deletesOf);
  const size = deletes.reduce((sum, { length }) => sum + length, 0);
  const mask = 2 ** Math.ceil(Math.log2(size + 1)) - 1;
  const chains = new Int32Array(mask + 1).fill(-1);
  const next = new Int32Array(size);
  const hashes = new Int32Array(size);
  const holders = new Int32Array(size);
  let link = 0;
  // Backwards, because each word is put at the front of its chain: so chains are in the words' order.
  for (let word = words.length - 1; word >= 0; word--) {
    for (const hash of deletes[word] ?? []) {
      hashes[link] = hash;
      holders[link] = word;
      next[link] = chains[hash & mask] as number;
      chains[hash & mask] = link++;
    }
  }
  return (hash) => {
    const found: string[] = [];
    for (let at = chains[hash & mask] as number; at >= 0; at = next[at] as number)
      if (hashes[at] === hash) found.push(words[holders[at] as number] as string);
    return found;
  };
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
 * letters), on a tie to the more frequent. Candidates are words that share a delete, as in SymSpell (Garbe 2012), so no
 * list is scanned.
 */
export function spellerOf(frequencies: ReadonlyMap<string, number>): Speller {
  const stems = new Set(Array.from(frequencies.keys(), stem));
  const isCorrectable = (word: string) => word.length >= SHORTEST && word.length <= LONGEST && !/\d/.test(word);
  const knows = (word: string) => frequencies.has(word) || stems.has(stem(word));
  const withDelete = wordsByDelete([...frequencies.keys()].filter(isCorrectable));

  function nearest(word: string): string {
    const limit = maxEdits(word);
    let best = word;
    let least = limit + 1;
    let highest = 0;
    const candidates = new Set(deletesOf(word).flatMap(withDelete));
    for (const candidate of candidates) {
      if (!beginsAlike(word, candidate)) continue;
      const distance = editDistance(word, candidate, limit);
      const frequency = frequencies.get(candidate) ?? 0;
      if (distance > limit || distance > least || (distance === least && frequency <= highest)) continue;
      best = candidate;
      least = distance;
      highest = frequency;
    }
    return best;
  }

  return { knows, correct: (word) => (!knows(word) && isCorrectable(word) ? nearest(word) : word) };
}
