import { words } from '../../text/normalise.ts';
import type { Term, Terms } from './features.ts';
import type { Phrase, Word } from './lexicon.ts';

/** A text as the ranker reads it. */
export interface Reading extends Terms {
  /** Its words as typed, or mended where they were unknown. */
  readonly words: readonly Word[];
}

// What is longer than this is no word that a phrasing holds, and no question is longer than the second.
const LONGEST_WORD = 40;
const LONGEST_QUESTION = 150;

/** Whether a phrase whose first word stands at `place` stands there whole. */
function isWhole({ words }: Phrase, text: readonly Word[], place: number): boolean {
  for (let at = 1; at < words.length; at++) if (text[place + at]?.text !== words[at]) return false;
  return true;
}

/** Gives the function that reads a text: its first 150 words, each as `wordOf` has it, with the synonyms' terms added. */
export function readerOf(wordOf: (typed: string) => Word): (text: string) => Reading {
  // Arrays are grown rather than mapped: V8 compiles what reads them once for arrays of one make, and anew for each other.
  return (text) => {
    const read: Word[] = [];
    const stems: Term[] = [];
    for (const typed of words(text)) {
      if (read.length === LONGEST_QUESTION) break;
      const word = wordOf(typed.slice(0, LONGEST_WORD));
      read.push(word);
      stems.push(word.stem);
    }
    const terms: Term[] = [];
    const added: Term[] = [];
    for (let place = 0; place < read.length; ) {
      const word = read[place] as Word;
      const phrase = word.phrases.find((phrase) => isWhole(phrase, read, place));
      const term = phrase?.term ?? word.stem;
      if (term.text !== word.stem.text) added.push(term);
      terms.push(term);
      place += phrase?.words.length ?? 1;
    }
    for (const term of added) stems.push(term);
    return { words: read, stems, terms };
  };
}
