import { plainText } from '../fingerprint.ts';
import type { Knowledge } from '../knowledge.ts';

const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;
const SENTENCE_BEGINS = /(?:^|[.!?:]["')\]]*\s+|["(]\s*|\n\s*)$/;

/** The names in a text: families by their first member, and capitalised words. */
export interface Names {
  readonly families: ReadonlySet<string>;
  readonly capitalised: ReadonlySet<string>;
  /** All words, in lower case, to look names up in. */
  readonly words: ReadonlySet<string>;
}

/** Creates a reader of names that knows the families, and the words that are names even at the start of a sentence. */
export function namesReader({ names, speakers }: Pick<Knowledge, 'names' | 'speakers'>): (text: string) => Names {
  const members = names.flatMap((family) =>
    family.map((member) => ({ member: plainText(member), family: family[0] ?? '' })),
  );
  const familyOf = new Map(members.map(({ member, family }) => [member, family]));
  // Longest first, or "U.S." would match inside "U.S. Army" and "AP" before "AP News".
  const alternatives = [...familyOf.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((member) => RegExp.escape(member));
  const family = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|') || '(?!)'})(?![\\p{L}\\p{N}])`, 'gu');
  const known = new Set([...speakers.values()].flatMap(({ name, aliases }) => [name, ...aliases].flatMap(nameWords)));

  return (text) => {
    const plain = plainText(text);
    const families = new Set<string>();
    const rest = plain.replace(family, (member) => {
      families.add(familyOf.get(member) ?? member);
      // Replaced by lower-case text of the same length, so that the rest keeps its position.
      return 'x'.repeat(member.length);
    });
    const capitalised = new Set<string>();
    for (const match of rest.matchAll(WORD)) {
      const word = bare(match[0]);
      if (!/^\p{Lu}/u.test(word) || word === 'I') continue;
      if (known.has(word) || !SENTENCE_BEGINS.test(rest.slice(0, match.index))) capitalised.add(word);
    }
    const words = new Set(plain.match(WORD)?.map((word) => bare(word).toLowerCase()));
    return { families, capitalised, words };
  };
}

/** A word without its possessive: "Putin's" names Putin. */
function bare(word: string): string {
  return word.replace(/'s$|'$/, '');
}

/**
 * The words of a name that can only be names: the first may be capitalised only by its position ("A French official").
 */
function nameWords(name: string): string[] {
  const words = (plainText(name).match(WORD) ?? []).map(bare);
  return (words.length === 1 ? words : words.slice(1)).filter((word) => /^\p{Lu}/u.test(word));
}
