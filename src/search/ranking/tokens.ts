import { words } from '../../text/normalise.ts';
import { ngramsOf, type Term, type Terms, termOf } from './features.ts';
import { stem } from './stem.ts';

// Words and questions are cut to these lengths; no phrasing reaches either.
const LONGEST_WORD = 40;
const LONGEST_QUESTION = 150;

/** Canonical terms by normalised word or phrase, its words joined by spaces. */
export type Synonyms = ReadonlyMap<string, string>;

/** A word or phrase of the synonyms, and its canonical term. */
export interface Phrase {
  readonly words: readonly string[];
  readonly term: Term;
}

/** A word of a text. */
export interface Word {
  readonly text: string;
  readonly stem: Term;
  /** The hashes of its character n-grams. */
  readonly ngrams: readonly number[];
  /** The synonyms' phrases that begin with it, longest first. */
  readonly phrases: readonly Phrase[];
}

const NONE: readonly Phrase[] = [];

const stemOf = (word: string): Term => termOf(stem(word));

/** Creates the function that reads a word: its stem, its n-grams, and the synonyms' phrases that begin with it. */
export function wordReader(synonyms: Synonyms): (text: string) => Word {
  const phrases = Array.from(synonyms, ([phrase, term]): Phrase => ({ words: phrase.split(' '), term: stemOf(term) }));
  phrases.sort((one, other) => other.words.length - one.words.length);
  const byFirstWord = Map.groupBy(phrases, ({ words }) => words[0]);
  return (text) => ({
    text,
    stem: stemOf(text),
    ngrams: ngramsOf(text),
    phrases: byFirstWord.get(text) ?? NONE,
  });
}

/** A tokenised text. */
export interface Tokens extends Terms {
  /** Its words; unknown ones may be corrected. */
  readonly words: readonly Word[];
}

/** Whether all words of a phrase, whose first word is at `place`, follow there. */
function isWhole({ words }: Phrase, text: readonly Word[], place: number): boolean {
  for (let at = 1; at < words.length; at++) if (text[place + at]?.text !== words[at]) return false;
  return true;
}

/** Creates the function that tokenises a text: its first 150 words, read by `wordOf`, and the synonyms' terms. */
export function tokeniserOf(wordOf: (typed: string) => Word): (text: string) => Tokens {
  // `push`, not `map`: arrays that are all built alike keep V8's compiled readers of them monomorphic.
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
