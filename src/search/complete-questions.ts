import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import { normalise, words } from '../text/normalise.ts';
import { withSynonyms, wordIndex } from './word-index.ts';

/** The score of a question that starts with exactly what was typed: higher than any similarity of words. */
const BEGINS = 1;
/** The most that typing words in the question's own order adds. */
const IN_ORDER = 0.3;
/** Questions with at least this share of the best score are offered: a long list hides the one that was meant. */
const SHARE_OF_BEST = 0.5;
/** And with at least this score: below it, the question holds hardly any of the typed words. */
const LEAST_SCORE = 0.25;
/** A point of the summary that rests on a question's facts counts as much as this many links from other questions. */
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

/** The share of the typed words that stand in the question at the same position, give or take one: 0–1. */
function inOrder(typed: readonly string[], question: readonly string[]): number {
  const placed = typed.filter((word, at) =>
    question.slice(Math.max(0, at - 1), at + 2).some((other) => other.startsWith(word)),
  );
  return placed.length / Math.max(1, typed.length);
}

/**
 * Returns a function that suggests entries for a question being typed, best first; for empty input, the most useful
 * ones.
 */
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
