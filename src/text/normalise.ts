import { withoutHomoglyphs } from './homoglyphs.ts';

/** Latin letters whose stroke or ligature Unicode does not decompose into a letter and an accent. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

// Format characters (soft hyphen, joiners, direction marks) occur inside words, so they are removed without a space.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u20e3/gu;
const EMOJI_OR_CONTROL = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\p{Cc}\p{Cs}\p{Co}]+/gu;
// NFKC would turn these into a space and an accent, or into two apostrophes.
const MARK_OF_ITS_OWN = /[´″]/g;
const APOSTROPHE = /[‘’‚‛`′ʼʹ]/g;
const QUOTE = /[“”„‟«»〝〞]/g;
// Only Latin: in Cyrillic a breve makes another letter (и and й), and is not an accent. In Russian, ё is mostly typed
// without its dots; Ukrainian has no such letter.
const YO = /ё/g;
const LATIN_ACCENTS = /(\p{Script=Latin})\p{M}+/gu;
const PLAIN = /^[a-z0-9 ?!.,;:'"()/&$%-]*$/;

/** Longer than anything that people type; one character may expand to eighteen in compatibility form. */
const LONGEST = 20_000;

/**
 * The last text and its normalised form: a question is looked up, ranked and stored in that form in quick succession.
 */
let last = { text: '', form: '' };

/**
 * Normalises a text so that texts which read alike are equal: NFKC, lower case, Latin letters without accents, words of
 * mixed alphabets in one of them, plain apostrophes and quotes, no emoji, control or invisible characters, white space
 * collapsed and trimmed. Other scripts keep their letters as they are.
 */
export function normalise(text: string): string {
  if (text !== last.text) last = { text, form: formOf(text) };
  return last.form;
}

function formOf(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower.replace(/ {2,}/g, ' ').trim();
  const decomposed = text
    .replace(MARK_OF_ITS_OWN, (mark) => (mark === '´' ? "'" : '"'))
    .normalize('NFKC')
    .slice(0, LONGEST)
    .replace(INVISIBLE, '')
    .replace(APOSTROPHE, "'")
    .replace(QUOTE, '"')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[łøđðıßæœþ]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
  return withoutHomoglyphs(decomposed)
    .replace(LATIN_ACCENTS, '$1')
    .normalize('NFC')
    .replace(YO, 'е')
    .replace(EMOJI_OR_CONTROL, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

// A number keeps its decimal point; a word keeps what follows an apostrophe, for `joined` to handle.
const WORD = /\d+(?:\.\d+)+|[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu;
const THOUSANDS = /(\d),(?=\d{3}(?!\d))/g;

/** "putin's" becomes "putin"; "don't" becomes "dont", because people type both. */
function joined(word: string): string {
  return word.includes("'") ? word.replace(/'s$/, '').replaceAll("'", '') : word;
}

/**
 * The words of a text in order, normalised: letters and digits without punctuation, possessive "'s" dropped, other
 * apostrophes and thousands separators removed ("1,000" is "1000"). Empty if the text has no letter or digit.
 */
export function words(text: string): string[] {
  const found: string[] = [];
  for (const word of normalise(text).replace(THOUSANDS, '$1').match(WORD) ?? []) found.push(joined(word));
  return found;
}
