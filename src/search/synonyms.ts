import { words } from './normalise.ts';

const LONGEST_PHRASE = 3;

/** A function that adds, after words and phrases that have one, the words of their canonical term. */
export function withSynonyms(synonyms: ReadonlyMap<string, string>): (typed: readonly string[]) => readonly string[] {
  const byWords = new Map([...synonyms].map(([phrase, term]) => [words(phrase).join(' '), words(term)]));
  return (typed) =>
    typed.flatMap((word, at) => {
      const terms = Array.from(
        { length: LONGEST_PHRASE },
        (_, more) => byWords.get(typed.slice(at, at + more + 1).join(' ')) ?? [],
      );
      return [word, ...terms.flat()];
    });
}
