import Fuse from 'fuse.js';

/** A word of the vocabulary, and how well the typed word matches it: 1 for the word itself. */
export interface Match {
  readonly word: string;
  readonly closeness: number;
}

/** Shorter words are too easily mistaken for others. */
const SHORTEST_MISSPELT = 4;
/** A longer word is hardly a real one, and makes Fuse slow. */
const LONGEST_MISSPELT = 40;
/** A finished word of at least this length also matches words that start with it, and words that it starts with. */
const SHORTEST_STEM = 4;
const LONGEST_ENDING = 3;

/**
 * Fuse's defaults are made for finding a pattern anywhere in a title. Here each item is a single word, so a match has
 * to begin where the word begins (`location`; at `distance` 8 one letter more or less in front costs 0.125, and "art"
 * in "start" 0.25), at most about a letter in four may be wrong (`threshold`), single letters do not count as a match
 * (`minMatchCharLength`), a longer word is not worth less for its length (`ignoreFieldNorm`), and both sides are
 * normalised beforehand, so case and accents need no second treatment.
 */
const OPTIONS = {
  isCaseSensitive: true,
  ignoreDiacritics: false,
  ignoreLocation: false,
  location: 0,
  distance: 8,
  threshold: 0.26,
  minMatchCharLength: 2,
  ignoreFieldNorm: true,
  includeScore: true,
} as const;

/** What a misspelling is worth at most, and what another form of the word. */
const MISSPELT = 0.75;
const OTHER_FORM = 0.85;

/** Places of the words, in a sorted list, that begin so: from, and up to. */
function range(sorted: readonly string[], beginning: string): readonly [number, number] {
  const firstFrom = (text: string) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [firstFrom(beginning), firstFrom(`${beginning}\uffff`)];
}

/**
 * Returns a function that finds the words of a vocabulary that a typed word may mean. Both are normalised by `words`.
 * An `unfinished` word may be the start of any. If no word matches exactly, it may be a misspelling of one of
 * `spelled`, a part of the vocabulary: Fuse tries each in turn, which takes nearly all of the time.
 */
export function fuzzyWords(
  vocabulary: readonly string[],
  spelled: readonly string[],
): (typed: string, unfinished: boolean) => readonly Match[] {
  const sorted = vocabulary.toSorted((a, b) => (a < b ? -1 : 1));
  const known = new Set(sorted);
  const fuse = new Fuse(spelled, OPTIONS);

  const longer = (typed: string, unfinished: boolean): readonly Match[] => {
    if (!unfinished && typed.length < SHORTEST_STEM) return known.has(typed) ? [{ word: typed, closeness: 1 }] : [];
    return sorted.slice(...range(sorted, typed)).map((word) => ({
      word,
      closeness: word === typed ? 1 : OTHER_FORM + (0.1 * typed.length) / word.length,
    }));
  };
  const shorter = (typed: string): readonly Match[] =>
    Array.from({ length: LONGEST_ENDING }, (_, cut) => typed.slice(0, -1 - cut))
      .filter((word) => word.length >= SHORTEST_STEM && known.has(word))
      .map((word) => ({ word, closeness: OTHER_FORM }));

  return (typed, unfinished) => {
    const forms = [...longer(typed, unfinished), ...shorter(typed)];
    if (forms.length > 0 || typed.length < SHORTEST_MISSPELT || typed.length > LONGEST_MISSPELT) return forms;
    return fuse.search(typed).map(({ item, score = 0 }) => ({ word: item, closeness: MISSPELT * (1 - score) }));
  };
}
