/** Languages of other alphabets typed in Latin letters: "skilky polonenyh". */
import { memoize } from '../../text/memoize.ts';

/** Each letter or pair of the alphabet, and its spellings in Latin letters, the usual one first. */
export type LatinSpellings = Readonly<Record<string, readonly string[]>>;

const LATIN_LETTER = /\p{Script=Latin}/u;
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;

const longestFirst = (texts: Iterable<string>): readonly string[] =>
  [...texts].sort((one, other) => other.length - one.length);

/** Returns a function that replaces each key of a table in a text, longest first. */
function replacer(table: ReadonlyMap<string, string>): (text: string) => string {
  if (table.size === 0) return (text) => text;
  const form = new RegExp(longestFirst(table.keys()).map(RegExp.escape).join('|'), 'gu');
  return (text) => text.toLowerCase().replace(form, (found) => table.get(found) ?? found);
}

const readers = memoize((spellings: LatinSpellings) =>
  replacer(
    new Map(Object.entries(spellings).flatMap(([letters, latin]) => latin.map((spelt) => [spelt, letters] as const))),
  ),
);
const writers = memoize((spellings: LatinSpellings) =>
  replacer(new Map(Object.entries(spellings).map(([letters, [usual = letters]]) => [letters, usual]))),
);

/** Converts a text of Latin letters alone to the alphabet of its language; leaves any other text as it is. */
export function fromLatin(text: string, spellings: LatinSpellings | undefined): string {
  if (!spellings || !LATIN_LETTER.test(text) || OTHER_LETTER.test(text)) return text;
  return readers(spellings)(text);
}

/** Converts a text to Latin letters, as most people would spell it. */
export const inLatin = (text: string, spellings: LatinSpellings): string => writers(spellings)(text);
