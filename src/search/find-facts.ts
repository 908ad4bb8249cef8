import type { Fact, Knowledge } from '../knowledge/knowledge.ts';
import { words } from '../text/normalise.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { withSynonyms, wordIndex } from './word-index.ts';

/** A fact counts where it explains this share of what the best one does, so that a long list does not trail off. */
const SHARE_OF_BEST = 0.4;
/** And at least about one rare word, or two of the commoner ones: log(1 + N) is what a word of one fact alone counts. */
const LEAST_OF_RAREST = 0.35;

/** A function that finds the facts that bear on some words: by their text, their topic and whose they are. */
export function factFinder(knowledge: Knowledge): (text: string) => readonly Fact[] {
  const facts = [...knowledge.facts.values()];
  const titles = new Map(knowledge.articles.flatMap(({ topics }) => topics.map(({ id, title }) => [id, title])));
  const name = (id: string) => words(knowledge.speakers.get(id)?.name ?? '');
  const telling = (typed: readonly string[]) => typed.filter((word) => !FUNCTION_WORDS.has(word));
  const search = wordIndex(
    facts.map((fact) => [
      { words: telling(words(fact.text)), weight: 1 },
      { words: telling(words(titles.get(fact.topic) ?? '')), weight: 0.7 },
      { words: telling([fact.said_by, ...fact.about].flatMap(name)), weight: 0.7 },
    ]),
  );
  const expand = withSynonyms(knowledge.synonyms);
  const least = LEAST_OF_RAREST * Math.log(1 + facts.length);
  return (text) => {
    const hits = search(telling(expand(words(text))));
    const best = hits[0]?.weight ?? 0;
    return hits
      .filter(({ weight }) => weight >= least && weight >= SHARE_OF_BEST * best)
      .flatMap(({ at }) => facts[at] ?? []);
  };
}
