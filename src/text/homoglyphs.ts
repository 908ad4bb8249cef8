/** Homoglyphs: letters that look like those of another alphabet, as in "medinsky" with three Cyrillic letters. */

/** Lower-case letters, and the Latin ones that they or their capitals look like, by index. */
const CYRILLIC = { letters: 'аеіјорсухѕԁԛԝһӏвгкмнт', latin: 'aeijopcyxsdqwhlbrkmht' };
const GREEK = { letters: 'αβεζηικμνορτυχω', latin: 'abeznikmvoptuxw' };
/** How many of the Cyrillic ones look alike in lower case too; only these can replace a Latin letter. */
const SMALL_ALIKE = 15;

const pairs = (from: string, to: string) => Array.from(from, (letter, at) => [letter, to[at] ?? ''] as const);
const TO_LATIN = new Map([CYRILLIC, GREEK].flatMap(({ letters, latin }) => pairs(letters, latin)));
const TO_CYRILLIC = new Map(pairs(CYRILLIC.latin.slice(0, SMALL_ALIKE), CYRILLIC.letters));

const WORD = /[\p{L}\p{M}]+/gu;
const LATIN_LETTER = /\p{Script=Latin}/u;
const OTHER_LETTER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const isMixed = (text: string) => LATIN_LETTER.test(text) && OTHER_LETTER.test(text);

/** The word with its letters of one kind replaced, if each of them has a homoglyph; else null. */
function exchanged(word: string, kind: RegExp, alike: ReadonlyMap<string, string>): string | null {
  const letters = Array.from(word, (letter) => (kind.test(letter) ? alike.get(letter) : letter));
  return letters.includes(undefined) ? null : letters.join('');
}

/**
 * Converts words that mix Latin letters with Cyrillic or Greek ones to one alphabet: to Latin if each of the others
 * looks like a Latin letter, else to Cyrillic if each Latin one looks like a Cyrillic letter. Words in one alphabet
 * stay as they are.
 * @param text in lower case and decomposed (NFD), so that accents are separate characters
 */
export function withoutHomoglyphs(text: string): string {
  if (!isMixed(text)) return text;
  return text.replace(WORD, (word) =>
    isMixed(word)
      ? (exchanged(word, OTHER_LETTER, TO_LATIN) ?? exchanged(word, LATIN_LETTER, TO_CYRILLIC) ?? word)
      : word,
  );
}
