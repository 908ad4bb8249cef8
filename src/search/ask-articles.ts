/** Which of several articles a question is asked of, and what they answer together. */
import type { Article, Knowledge } from '../knowledge/knowledge.ts';
import { type SearchResult, SURE } from './decide.ts';
import { namesOfPersonsIn } from './fragment.ts';
import type { ChooseArticles } from './likeliest-articles.ts';
import type { Search } from './search.ts';
import { type Found, firstEntry, isAsSure, settle } from './settle.ts';

/** The most articles that are asked. */
export const MOST_ASKED = 3;
/**
 * Of at most this many articles, all that no word of a question tells apart are asked, because any of them may be meant.
 */
export const ALL_ASKED = 10;

/** The articles that may be asked, two at least. */
export interface Among {
  /** Newest first. */
  readonly articles: readonly Article[];
  readonly speakers: Knowledge['speakers'];
  readonly searchOf: (article: string) => Search;
  /** The articles that a question may be about. */
  readonly likeliest: ChooseArticles;
}

/** The articles that know everybody whom a question names: what another one says is about somebody else. */
function knowingAll(question: string, { articles, speakers, likeliest }: Among): readonly string[] {
  const ids = articles.map(({ id }) => id);
  const knowing = namesOfPersonsIn(question, speakers).reduce<readonly string[]>(
    (left, name) => likeliest(name, left),
    ids,
  );
  return ids.filter((id) => knowing.includes(id));
}

/** Some articles by their ids, newest first. */
const newestOf = (some: readonly string[], { articles }: Among): readonly Article[] =>
  articles.filter(({ id }) => some.includes(id));

const findIn = (asked: readonly Article[], question: string, { searchOf }: Among): readonly Found[] =>
  asked.map((article) => ({ article, result: searchOf(article.id).find(question) }));

/** The few likeliest of some articles, newest first. */
export const toAsk = (question: string, of: readonly string[], among: Among): readonly Article[] =>
  newestOf(among.likeliest(question, of).slice(0, MOST_ASKED), among);

/** An answer that also offers those of a few other articles that are about as sure. */
function withOffers(found: SearchResult, others: readonly Article[], question: string, among: Among): SearchResult {
  const further = findIn(others, question, among).filter(
    ({ result }) => result.status === 'answered' && isAsSure(result, found),
  );
  const offered = [...found.offered, ...further.flatMap(firstEntry)];
  return { ...found, offered: among.articles.flatMap(({ id }) => offered.filter(({ article }) => article === id)) };
}

/** What several articles come to; if that is no answer, it suggests what the likeliest has, not the one with the nearest. */
function suggesting(found: readonly Found[], likely: readonly string[]): SearchResult {
  const settled = settle(found);
  if (settled.parts.length > 0) return settled;
  const { candidates = settled.candidates } = found.find(({ article }) => article.id === likely[0])?.result ?? {};
  return candidates.length === 0 ? settled : { ...settled, candidates };
}

/**
 * Asks the few likeliest articles. A small article knows few of the everyday words in questions about it, and a large one
 * most. So of few articles, if the likeliest are unsure and do not answer, another one that is sure does.
 */
export function ask(question: string, among: Among): SearchResult {
  const { articles, likeliest } = among;
  const knowing = knowingAll(question, among);
  const likely = likeliest(question, knowing);
  const asked = likely.slice(0, MOST_ASKED);
  const found = suggesting(findIn(newestOf(asked, among), question, among), likely);
  if (found.status === 'answered')
    return articles.length > ALL_ASKED
      ? found
      : withOffers(found, newestOf(likely.slice(MOST_ASKED), among), question, among);
  if (found.confidence >= SURE || articles.length > MOST_ASKED) return found;
  const others = toAsk(
    question,
    knowing.filter((id) => !asked.includes(id)),
    among,
  );
  const other = others.length === 0 ? found : settle(findIn(others, question, among));
  return other.status === 'answered' && other.parts.length > 0 && other.confidence >= SURE ? other : found;
}

/** Asks for the half of a question that one article leaves unmatched: another may answer it. */
export function withOtherHalf(result: SearchResult, among: Among): SearchResult {
  if (result.unmatched === null) return result;
  const other = ask(result.unmatched, among);
  const [part] = other.parts;
  return part && other.status === 'answered'
    ? { ...result, elsewhere: [...result.elsewhere, part], unmatched: null }
    : result;
}

/**
 * Whether what the article of the previous answer finds goes before an answer of others alone: people go on about the same
 * article, unless a word tells that they do not.
 */
export const goesBefore = (
  same: SearchResult,
  found: SearchResult,
  article: string,
  question: string,
  among: Among,
): boolean =>
  same.confidence >= SURE &&
  same.parts.length > 0 &&
  ![...found.parts, ...found.elsewhere].some(({ entry }) => entry.article === article) &&
  among.likeliest(question, knowingAll(question, among)).includes(article);
