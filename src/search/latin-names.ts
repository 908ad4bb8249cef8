/** Replaces speakers' names in another alphabet, as in "Who is Мединский", by the name that the phrasings use. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { memoize } from '../text/memoize.ts';

const LATIN_LETTER = /\p{Script=Latin}/u;
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;

/**
 * Each alias without a Latin letter, in lower case, with its speaker's name; and the pattern that finds them in a text.
 */
const aliasesOf = memoize((speakers: Knowledge['speakers']) => {
  const names = new Map(
    [...speakers.values()].flatMap(({ name, aliases }) =>
      aliases.filter((alias) => !LATIN_LETTER.test(alias)).map((alias) => [alias.toLowerCase(), name] as const),
    ),
  );
  // The longest first, so that a surname does not leave the first name standing.
  const longest = [...names.keys()].sort((one, other) => other.length - one.length).map(RegExp.escape);
  return { names, form: new RegExp(`(?<![\\p{L}\\p{M}])(?:${longest.join('|')})(?![\\p{L}\\p{M}])`, 'giu') };
});

/** The text with each speaker's alias in another alphabet replaced by the speaker's name. */
export function withLatinNames(text: string, { speakers }: Pick<Knowledge, 'speakers'>): string {
  if (!OTHER_LETTER.test(text)) return text;
  const { names, form } = aliasesOf(speakers);
  if (names.size === 0) return text;
  return text.normalize('NFC').replace(form, (alias) => names.get(alias.toLowerCase()) ?? alias);
}
