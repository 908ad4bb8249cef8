const SIBILANT_ES = /(?:s|x|z|ch|sh)es$/;

/** "stopp" becomes "stop"; "call", "miss" and "buzz" keep their doubled letter. */
function undoubled(stem: string): string {
  const last = stem.at(-1);
  return stem.length > 2 && last === stem.at(-2) && !'lsz'.includes(last ?? '') ? stem.slice(0, -1) : unvowelled(stem);
}

/** Removes a final e, so that "announce" and "announc(ed)" have the same stem. */
function unvowelled(stem: string): string {
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

/**
 * A light stem of an English word: without a plural ending, -ing, -ed or final e. Heavier stemmers (Porter's) merge words
 * that they should not; character n-grams already join related words. A word of up to three letters, or in another
 * script, is its own stem.
 */
export function stem(word: string): string {
  const length = word.length;
  if (length <= 3) return word;
  if (length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (length > 5 && word.endsWith('ing')) return undoubled(word.slice(0, -3));
  if (length > 4 && word.endsWith('ed')) return undoubled(word.slice(0, -2));
  if (length > 4 && SIBILANT_ES.test(word)) return unvowelled(word.slice(0, -2));
  if (word.endsWith('s') && !/[sui]s$/.test(word)) return unvowelled(word.slice(0, -1));
  return unvowelled(word);
}
