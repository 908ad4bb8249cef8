import { words } from '../text/normalise.ts';

/** A function that adds, after words and phrases that have one, the words of their canonical term. */
export function withSynonyms(synonyms: ReadonlyMap<string, string>): (typed: readonly string[]) => readonly string[] {
  const terms = new Map(Array.from(synonyms, ([phrase, term]) => [phrase, words(term)]));
  const longest = Math.max(0, ...Array.from(synonyms.keys(), (phrase) => phrase.split(' ').length));
  return (typed) =>
    typed.flatMap((word, at) => {
      const lengths = Array.from({ length: longest }, (_, more) => more + 1);
      return [word, ...lengths.flatMap((length) => terms.get(typed.slice(at, at + length).join(' ')) ?? [])];
    });
}
