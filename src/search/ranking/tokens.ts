import { words } from '../../text/normalise.ts';
import { type Term, type Terms, termOf } from './features.ts';
import { stem } from './stem.ts';

// What is longer than this is no word that a phrasing holds, and no question is longer than the second.
const LONGEST_WORD = 40;
const LONGEST_QUESTION = 150;

/** A word, or a phrase of words joined by blanks, normalised, and the term that stands for it. */
export type Synonyms = ReadonlyMap<string, string>;

/** A phrase of the synonyms, and the term that stands for it. */
export interface Phrase {
  readonly words: readonly string[];
  readonly term: Term;
}

export interface Word {
  readonly text: string;
  readonly stem: Term;
  /** The phrases that begin with it, longest first. */
  readonly phrases: readonly Phrase[];
}

const NONE: readonly Phrase[] = [];

const stemOf = (word: string): Term => termOf(stem(word));

/** A word that no phrasing and no synonym holds. */
export const unknownWord = (text: string): Word => ({ text, stem: stemOf(text), phrases: NONE });

export type Lexicon = ReadonlyMap<string, Word>;

/** The known words by their texts. All words of the synonyms are to be among them. */
export function lexiconOf(known: Iterable<string>, synonyms: Synonyms): Lexicon {
  const phrases = Array.from(synonyms, ([phrase, term]): Phrase => ({ words: phrase.split(' '), term: stemOf(term) }));
  phrases.sort((one, other) => other.words.length - one.words.length);
  const byFirstWord = Map.groupBy(phrases, ({ words }) => words[0]);
  return new Map(
    Array.from(known, (text) => [text, { text, stem: stemOf(text), phrases: byFirstWord.get(text) ?? NONE }]),
  );
}

/** A text as the ranker reads it. */
export interface Tokens extends Terms {
  /** Its words as typed, or corrected if they are unknown. */
  readonly words: readonly Word[];
}

/** Whether a phrase whose first word stands at `place` stands there whole. */
function isWhole({ words }: Phrase, text: readonly Word[], place: number): boolean {
  for (let at = 1; at < words.length; at++) if (text[place + at]?.text !== words[at]) return false;
  return true;
}

/** Gives the function that tokenises a text: its first 150 words, each as `wordOf` has it, and the synonyms' terms. */
export function tokeniserOf(wordOf: (typed: string) => Word): (text: string) => Tokens {
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
