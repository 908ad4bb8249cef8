import { words } from '../normalise.ts';
import { stem } from './stem.ts';

/** A word, or a phrase of words joined by blanks, normalised, and the term that stands for it. */
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

// What is longer than this is no word that a phrasing holds, and no question is longer than the second.
const LONGEST_WORD = 40;
const LONGEST_QUESTION = 150;

/** A phrase of the synonyms, and the stem of the term that stands for it. */
interface Phrase {
  readonly words: readonly string[];
  readonly term: string;
}

/** The phrases by their first word, longest first. */
function phrasesByFirstWord(synonyms: Synonyms): ReadonlyMap<string | undefined, readonly Phrase[]> {
  const phrases = Array.from(synonyms, ([phrase, term]) => ({ words: phrase.split(' '), term: stem(term) }));
  phrases.sort((one, other) => other.words.length - one.words.length);
  return Map.groupBy(phrases, ({ words }) => words[0]);
}

/** Whether a phrase whose first word stands at `place` stands there whole. */
function isWhole({ words }: Phrase, text: readonly string[], place: number): boolean {
  for (let at = 1; at < words.length; at++) if (text[place + at] !== words[at]) return false;
  return true;
}

/** Gives the function that reads a text: its first 150 words, each mended by `mend`, with the synonyms' terms added. */
export function readerOf(synonyms: Synonyms, mend: (word: string) => string): (text: string) => Reading {
  const phrases = phrasesByFirstWord(synonyms);
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
      const phrase = phrases.get(read[place])?.find((phrase) => isWhole(phrase, read, place));
      const term = phrase?.term ?? stems[place] ?? '';
      if (term !== stems[place]) added.push(term);
      terms.push(term);
      place += phrase?.words.length ?? 1;
    }
    for (const term of added) stems.push(term);
    return { words: read, stems, terms };
  };
}
