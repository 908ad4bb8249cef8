/** Letters of one alphabet among those of another that look alike, as in a "medinsky" with three letters of Cyrillic. */

/** Small letters, and the Latin ones that they, or their capitals, are taken for, by place. */
const CYRILLIC = { letters: 'аеіјорсухѕԁԛԝһӏвгкмнт', latin: 'aeijopcyxsdqwhlbrkmht' };
const GREEK = { letters: 'αβεζηικμνορτυχω', latin: 'abeznikmvoptuxw' };
/** How many of the Cyrillic ones look so as small letters too; a Latin letter is taken for no others. */
const SMALL_ALIKE = 15;

const pairs = (from: string, to: string) => Array.from(from, (letter, at) => [letter, to[at] ?? ''] as const);
const TO_LATIN = new Map([CYRILLIC, GREEK].flatMap(({ letters, latin }) => pairs(letters, latin)));
const TO_CYRILLIC = new Map(pairs(CYRILLIC.latin.slice(0, SMALL_ALIKE), CYRILLIC.letters));

const WORD = /[\p{L}\p{M}]+/gu;
const LATIN_LETTER = /\p{Script=Latin}/u;
const OTHER_LETTER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const isMixed = (text: string) => LATIN_LETTER.test(text) && OTHER_LETTER.test(text);

/** The word with its letters of one kind exchanged, if each of them has its like; else null. */
function exchanged(word: string, kind: RegExp, alike: ReadonlyMap<string, string>): string | null {
  const letters = Array.from(word, (letter) => (kind.test(letter) ? alike.get(letter) : letter));
  return letters.includes(undefined) ? null : letters.join('');
}

/**
 * Words that mix Latin letters with Cyrillic or Greek ones in one alphabet: in Latin if each of the others looks like a
 * Latin letter, else in Cyrillic if each Latin one looks like one of those. Words of one alphabet stay as they are.
 * @param text in lower case and decomposed (NFD), so that no letter carries its accent
 */
export function withoutHomoglyphs(text: string): string {
  if (!isMixed(text)) return text;
  return text.replace(WORD, (word) =>
    isMixed(word)
      ? (exchanged(word, OTHER_LETTER, TO_LATIN) ?? exchanged(word, LATIN_LETTER, TO_CYRILLIC) ?? word)
      : word,
  );
}
