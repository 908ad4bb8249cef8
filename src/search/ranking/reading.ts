import { words } from '../normalise.ts';
import { stem } from './stem.ts';

/** A word, or a phrase of up to three words joined by blanks, normalised, and the term that stands for it. */
export type Synonyms = ReadonlyMap<string, string>;

/** A text as the ranker reads it. */
export interface Reading {
  /** Its words as typed, or mended where they were unknown. */
  readonly words: readonly string[];
  /** The stem of each word, in the same places; behind them the canonical terms that synonyms add. */
  readonly stems: readonly string[];
  /** The text in canonical terms, in order: a word's or a phrase's term where it has one, else the word's stem. */
  readonly terms: readonly string[];
}

const LONGEST_PHRASE = 3;
// What is longer than this is no word that a phrasing holds, and no question is longer than the second.
const LONGEST_WORD = 40;
const LONGEST_QUESTION = 150;

/** How many words of the synonyms' phrase begin at `place`, and its term; null where none does. Longest first. */
function phraseAt(
  typed: readonly string[],
  place: number,
  synonyms: Synonyms,
): { length: number; term: string } | null {
  for (let length = Math.min(LONGEST_PHRASE, typed.length - place); length > 0; length--) {
    const term = synonyms.get(length === 1 ? (typed[place] ?? '') : typed.slice(place, place + length).join(' '));
    if (term !== undefined) return { length, term };
  }
  return null;
}

/** Gives the function that reads a text: its first 150 words, each mended by `mend`, with the synonyms' terms added. */
export function readerOf(synonyms: Synonyms, mend: (word: string) => string): (text: string) => Reading {
  // Few words begin a phrase, and only there need one be put together.
  const begins = new Set([...synonyms.keys()].map((phrase) => phrase.split(' ', 1)[0]));
  // Arrays are grown rather than mapped: V8 compiles what reads them once for arrays of one make, and anew for each other.
  return (text) => {
    const read: string[] = [];
    const stems: string[] = [];
    for (const word of words(text)) {
      if (read.length === LONGEST_QUESTION) break;
      const known = mend(word.slice(0, LONGEST_WORD));
      read.push(known);
      stems.push(stem(known));
    }
    const terms: string[] = [];
    const added: string[] = [];
    for (let place = 0; place < read.length; ) {
      const phrase = begins.has(read[place]) ? phraseAt(read, place, synonyms) : null;
      const term = phrase ? stem(phrase.term) : (stems[place] ?? '');
      if (term !== stems[place]) added.push(term);
      terms.push(term);
      place += phrase?.length ?? 1;
    }
    for (const term of added) stems.push(term);
    return { words: read, stems, terms };
  };
}
