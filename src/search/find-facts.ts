import type { Fact, Knowledge } from '../knowledge/knowledge.ts';
import { words } from '../text/normalise.ts';
import type { Grammar } from './grammar/grammar.ts';
import { type Hit, withSynonyms, wordIndex } from './word-index.ts';

/** A fact is listed if it scores at least this share of the best one, so that a long list does not trail off. */
const SHARE_OF_BEST = 0.4;
/**
 * And it must match about one rare word or two commoner ones. A word that only one of N facts has counts log(1 + N).
 */
const LEAST_OF_RAREST = 0.35;

/** A typed word of at least this length also matches longer words: "accept" matches "accepted". */
const SHORTEST_STEM = 4;

/** Whether a text contains a typed word, or a longer word that starts with it. */
function holds(text: readonly string[], typed: string): boolean {
  return text.some((word) => word === typed || (typed.length >= SHORTEST_STEM && word.startsWith(typed)));
}

/**
 * Returns a function that finds facts by their text, topic and speaker. Facts whose own text contains every typed word
 * come first, however common the words.
 */
export function factFinder(knowledge: Knowledge, { functionWords }: Grammar): (text: string) => readonly Fact[] {
  const facts = [...knowledge.facts.values()];
  const titles = new Map(knowledge.articles.flatMap(({ topics }) => topics.map(({ id, title }) => [id, title])));
  const name = (id: string) => words(knowledge.speakers.get(id)?.name ?? '');
  const telling = (typed: readonly string[]) => typed.filter((word) => !functionWords.has(word));
  const texts = facts.map(({ text }) => telling(words(text)));
  const search = wordIndex(
    facts.map((fact, at) => [
      { words: texts[at] ?? [], weight: 1 },
      { words: telling(words(titles.get(fact.topic) ?? '')), weight: 0.7 },
      { words: telling([fact.said_by, ...fact.about].flatMap(name)), weight: 0.7 },
    ]),
  );
  const expand = withSynonyms(knowledge.synonyms);
  const least = LEAST_OF_RAREST * Math.log(1 + facts.length);
  return (text) => {
    const typed = words(text);
    const own = telling(typed);
    const hits = search(telling(expand(typed)));
    const best = hits[0]?.weight ?? 0;
    const isLiteral = ({ at }: Hit) => own.length > 0 && own.every((word) => holds(texts[at] ?? [], word));
    const literal = hits.filter(isLiteral);
    const near = hits.filter(
      (hit) => !literal.includes(hit) && hit.weight >= least && hit.weight >= SHARE_OF_BEST * best,
    );
    return [...literal, ...near].flatMap(({ at }) => facts[at] ?? []);
  };
}
