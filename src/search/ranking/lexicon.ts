/** The words that phrasings and synonyms hold: what is needed of each is made once. */
import { type Term, termOf } from './features.ts';
import { stem } from './stem.ts';

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

/** A word that is none of the known ones. */
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
