import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import { normalise, words } from '../text/normalise.ts';
import { withSynonyms, wordIndex } from './word-index.ts';

/** What was typed begins the question, letter by letter: nearer than any likeness of words. */
const BEGINS = 1;
/** The most that typing words in the question's own order adds. */
const IN_ORDER = 0.3;
/** Questions that score this part of what the best one does are offered; a long list hides those that were meant. */
const SHARE_OF_BEST = 0.5;
/** And at least this: below it, hardly a word that was typed stands in the question. */
const LEAST_SCORE = 0.25;
/** What a point of the summary that rests on a question's facts counts, in links from other questions. */
const SUMMARY_LINKS = 2;

/** Entries by use: how many others lead to them and how much of the summary rests on them; gaps come last. */
function byUse({ articles, entries }: Knowledge): readonly Entry[] {
  const points = articles.flatMap(({ summary }) => summary);
  const all = [...entries.values()];
  const use = new Map(
    all.map((entry) => {
      const links = all.filter((other) => other.kind === 'question' && other.related.includes(entry.id)).length;
      const inSummary = points.filter(({ facts }) => facts.some((fact) => entry.facts.includes(fact))).length;
      return [entry, entry.kind === 'gap' ? -1 : links + SUMMARY_LINKS * inSummary];
    }),
  );
  return all.toSorted((a, b) => (use.get(b) ?? 0) - (use.get(a) ?? 0));
}

/** How many of the typed words stand in the question at their own place, give or take one: 0–1. */
function inOrder(typed: readonly string[], question: readonly string[]): number {
  const placed = typed.filter((word, at) =>
    question.slice(Math.max(0, at - 1), at + 2).some((other) => other.startsWith(word)),
  );
  return placed.length / Math.max(1, typed.length);
}

/** A function that gives the entries somebody may be about to ask, best first; the most useful for nothing typed. */
export function questionCompleter(knowledge: Knowledge): (typed: string, limit: number) => readonly Entry[] {
  const useful = byUse(knowledge);
  const questions = useful.map(({ question }) => ({ text: normalise(question), words: words(question) }));
  const search = wordIndex(
    useful.map(({ question, phrasings }) => [
      { words: words(question), weight: 1 },
      { words: phrasings.flatMap(words), weight: 0.4 },
    ]),
  );
  const expand = withSynonyms(knowledge.synonyms);
  return (typed, limit) => {
    const text = normalise(typed);
    const own = words(typed);
    if (own.length === 0) return useful.slice(0, limit);
    const unfinished = /[\p{L}\p{N}\p{M}]$/u.test(text);
    const scored = search([...expand(own.slice(0, -1)), ...own.slice(-1)], unfinished).map(({ at, share }) => {
      const begins = questions[at]?.text.startsWith(text) ? BEGINS : 0;
      return { at, score: share + begins + IN_ORDER * inOrder(own, questions[at]?.words ?? []) };
    });
    const best = Math.max(...scored.map(({ score }) => score));
    return scored
      .filter(({ score }) => score >= LEAST_SCORE && score >= SHARE_OF_BEST * best)
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, limit)
      .flatMap(({ at }) => useful[at] ?? []);
  };
}
