/** The knowledge limited to some articles: of the same shape, so that code for the whole works for one article too. */
import { memoize } from '../text/memoize.ts';
import type { Article, Knowledge } from './knowledge.ts';

/** The most different selections of articles to cache. */
const MOST = 200;

/** The knowledge limited to some articles; shared parts stay: synonyms, small talk, outside subjects. */
export function ofArticles(knowledge: Knowledge, keep: (article: Article) => boolean): Knowledge {
  const articles = knowledge.articles.filter(keep);
  const ids = new Set(articles.map(({ id }) => id));
  const kept = <Item extends { readonly article: string }>(items: ReadonlyMap<string, Item>) =>
    new Map([...items].filter(([, { article }]) => ids.has(article)));
  return {
    ...knowledge,
    articles,
    speakers: kept(knowledge.speakers),
    facts: kept(knowledge.facts),
    entries: kept(knowledge.entries),
    quotations: knowledge.quotations.filter(({ article }) => ids.has(article)),
  };
}

const chosenOf = memoize((_knowledge: Knowledge) => new Map<string, Knowledge>());

/**
 * The knowledge limited to the articles with these ids: the same object each time, and the knowledge itself if these
 * are all. Unknown ids are ignored.
 */
export function knowledgeOf(knowledge: Knowledge, ids: readonly string[]): Knowledge {
  const wanted = knowledge.articles.filter(({ id }) => ids.includes(id));
  if (wanted.length === knowledge.articles.length) return knowledge;
  const chosen = chosenOf(knowledge);
  const key = wanted.map(({ id }) => id).join(' ');
  const known = chosen.get(key);
  if (known) return known;
  const made = ofArticles(knowledge, (article) => wanted.includes(article));
  if (chosen.size >= MOST) chosen.clear();
  chosen.set(key, made);
  return made;
}

/** The articles, newest first; those of the same date in the order of their ids. */
export const newestFirst = memoize((knowledge: Knowledge): readonly Article[] =>
  knowledge.articles.toSorted((one, other) => other.date.localeCompare(one.date) || one.id.localeCompare(other.id)),
);

/** Whether there is an article to choose. */
export const hasSeveral = ({ articles }: Pick<Knowledge, 'articles'>): boolean => articles.length > 1;

/** The variable by which messages distinguish one article from several. */
export type OneOrSeveral = 'one' | 'several';

export const oneOrSeveral = (knowledge: Pick<Knowledge, 'articles'>): OneOrSeveral =>
  hasSeveral(knowledge) ? 'several' : 'one';
