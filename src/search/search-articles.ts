/** The search over several articles, each with its own search: chooses which of them answer. */
import type { Article, Entry, Knowledge } from '../knowledge/knowledge.ts';
import { newestFirst } from '../knowledge/of-articles.ts';
import { type SearchResult, SURE } from './decide.ts';
import { namesOfPersonsIn } from './fragment.ts';
import type { ChooseArticles } from './likeliest-articles.ts';
import { lookUpIn, type Search } from './search.ts';

/** An article that answers with this confidence settles what others leave open. */
const SETTLES = 0.5;
/**
 * Two articles answer if each is sure, and the odds that the less sure one is wrong are at most this many times the
 * other's. Further ones are offered, sure or not.
 */
const AS_SURE = 25;
/** An article that has the exact wording is certain of its meaning there, but not that this article is meant. */
const MOST_SURE = 0.99;
/** The most articles that answer one question; others may be offered. */
const MOST_ANSWERS = 2;
/** The most articles that are asked. */
export const MOST_ASKED = 3;
/**
 * Of at most this many articles, all that no word of a question tells apart are asked for an answer to offer, because any
 * of them may be meant.
 */
export const ALL_ASKED = 10;

/** The result of a question in one article. */
interface Found {
  readonly article: Article;
  readonly result: SearchResult;
}

function oddsOfWrong({ confidence }: SearchResult): number {
  const sure = Math.min(confidence, MOST_SURE);
  return (1 - sure) / Math.max(sure, Number.EPSILON);
}

/** The entry that answers, as a list. */
const firstEntry = ({ result }: Found): readonly Entry[] => result.parts.slice(0, 1).map(({ entry }) => entry);

const surest = (found: readonly Found[]): Found | undefined =>
  found.reduce<Found | undefined>(
    (best, one) => (best && best.result.confidence >= one.result.confidence ? best : one),
    undefined,
  );

/** The score of the nearest entry. */
const nearness = ({ result: { candidates } }: Found): number => candidates[0]?.score ?? 0;

/** Whether a result is about as sure as the best. */
const isAsSure = (result: SearchResult, best: SearchResult): boolean =>
  oddsOfWrong(result) <= AS_SURE * oddsOfWrong(best);

/** The articles that answer: the surest and those about as sure, and further ones that would; both newest first. */
function answering(found: readonly Found[], best: Found) {
  const also = found
    .filter((one) => one !== best && isAsSure(one.result, best.result))
    .sort((one, other) => other.result.confidence - one.result.confidence);
  const sure = also.filter(({ result }) => result.confidence >= SURE);
  const shown = [best, ...sure.slice(0, MOST_ANSWERS - 1)];
  return {
    shown: found.filter((one) => shown.includes(one)),
    further: found.filter((one) => also.includes(one) && !shown.includes(one)),
  };
}

/**
 * Combines the results of all articles that were searched, newest first. An answer counts more than a gap, because a
 * gap is one only if no article settles it. Small talk and outside subjects are the same in every article, and count
 * once.
 */
export function settle(found: readonly Found[]): SearchResult {
  const answers = found.filter(({ result: { status, parts } }) => status === 'answered' && parts.length > 0);
  const beside = surest(found.filter(({ result }) => result.smallTalk !== null || result.outside));
  const gap = surest(found.filter(({ result: { status } }) => status === 'not_stated'));
  const best = surest(answers);
  const chance = ({ result }: Found) => result.confidence;
  if (beside && chance(beside) > Math.max(...[best, gap].map((one) => (one ? chance(one) : 0)))) return beside.result;
  if (best && (!gap || chance(best) >= Math.min(SETTLES, chance(gap)))) {
    const { shown, further } = answering(answers, best);
    const [first, ...others] = shown;
    if (!first) throw new Error('whoever is surest answers');
    return {
      ...first.result,
      elsewhere: others.flatMap(({ result }) => result.parts.slice(0, 1)),
      offered: further.flatMap(firstEntry),
    };
  }
  if (gap) return gap.result;
  const asksBack = surest(found.filter(({ result }) => result.asksBack));
  if (asksBack) return asksBack.result;
  const nearest = found.toSorted((one, other) => nearness(other) - nearness(one))[0];
  if (!nearest) throw new Error('a question is asked of one article at least');
  return nearest.result;
}

/** Interleaves several lists, up to a limit. */
function byTurns<Item>(lists: readonly (readonly Item[])[], limit: number): readonly Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1)))
    .flat()
    .slice(0, limit);
}

/**
 * The search over all articles. `searchOf` gives the search over one of them; `likeliest` gives those that a question
 * may be about. Suggestions stay within the article that answers, and follow-ups within the article of the previous
 * entry.
 */
export function searchArticles(
  knowledge: Knowledge,
  searchOf: (article: string) => Search,
  likeliest: ChooseArticles,
): Search {
  const articles = newestFirst(knowledge);
  const [newest] = articles;
  if (!newest) throw new Error('a search is over one article at least');
  if (articles.length === 1) return searchOf(newest.id);
  const lookedUp = lookUpIn(knowledge);
  const searchIn = (ids: readonly string[]): Search => {
    const own = articles.filter(({ id }) => ids.includes(id));
    const [first] = own;
    if (!first || own.length === 1) return searchOf((first ?? newest).id);
    const holds = ({ article }: Pick<Entry, 'article'>) => ids.includes(article);

    const newestOf = (some: readonly string[]): readonly Article[] => own.filter(({ id }) => some.includes(id));
    /** The articles that know everybody whom a question names: what another one says is about somebody else. */
    const knowingAll = (question: string): readonly string[] => {
      const knowing = namesOfPersonsIn(question, knowledge).reduce((left, name) => likeliest(name, left), ids);
      return ids.filter((id) => knowing.includes(id));
    };
    /** The likeliest of some articles, newest first. */
    const toAsk = (question: string, of: readonly string[]): readonly Article[] =>
      newestOf(likeliest(question, of).slice(0, MOST_ASKED));
    const findIn = (asked: readonly Article[], question: string): readonly Found[] =>
      asked.map((article) => ({ article, result: searchOf(article.id).find(question) }));
    const askIn = (asked: readonly Article[], question: string): SearchResult => settle(findIn(asked, question));
    /** An answer that also offers those of a few other articles that are about as sure. */
    function withOffers(found: SearchResult, others: readonly Article[], question: string): SearchResult {
      const further = findIn(others, question).filter(
        ({ result }) => result.status === 'answered' && isAsSure(result, found),
      );
      const offered = [...found.offered, ...further.flatMap(firstEntry)];
      return { ...found, offered: own.flatMap(({ id }) => offered.filter(({ article }) => article === id)) };
    }
    /**
     * A small article knows few of the everyday words in questions about it, and a large one most. So of few articles, if
     * the likeliest are unsure and do not answer, another one that is sure does.
     */
    const ask = (question: string): SearchResult => {
      const knowing = knowingAll(question);
      const likely = likeliest(question, knowing);
      const asked = likely.slice(0, MOST_ASKED);
      const found = askIn(newestOf(asked), question);
      if (found.status === 'answered')
        return ids.length > ALL_ASKED ? found : withOffers(found, newestOf(likely.slice(MOST_ASKED)), question);
      if (found.confidence >= SURE || ids.length > MOST_ASKED) return found;
      const others = toAsk(
        question,
        knowing.filter((id) => !asked.includes(id)),
      );
      const other = others.length === 0 ? found : askIn(others, question);
      return other.status === 'answered' && other.parts.length > 0 && other.confidence >= SURE ? other : found;
    };
    /**
     * Whether the article of the previous answer is the only one to answer: people go on about the same one, unless a word
     * tells that they do not.
     */
    const goesBefore = (same: SearchResult, found: SearchResult, article: string, question: string): boolean =>
      same.confidence >= SURE &&
      same.parts.length > 0 &&
      ![...found.parts, ...found.elsewhere].some(({ entry }) => entry.article === article) &&
      likeliest(question, knowingAll(question)).includes(article);

    /** The article whose entries are nearest. */
    const nearestTo = (question: string): Search => searchOf(ask(question).candidates[0]?.entry.article ?? first.id);

    /** Another article may answer the half of a question that one article leaves unmatched. */
    function withOtherHalf(result: SearchResult): SearchResult {
      if (result.unmatched === null) return result;
      const other = ask(result.unmatched);
      const [part] = other.parts;
      return part && other.status === 'answered'
        ? { ...result, elsewhere: [...result.elsewhere, part], unmatched: null }
        : result;
    }

    return {
      grammar: searchOf(first.id).grammar,
      among: (others) => searchIn(ids.filter((id) => others.includes(id))),
      find: (question, before) => {
        const same = before && holds(before) ? searchOf(before.article).find(question, before) : undefined;
        if (same?.goesOn) return same;
        const found = withOtherHalf(ask(question));
        return same && before && goesBefore(same, found, before.article, question) ? same : found;
      },
      nearest: (question) => nearestTo(question).nearest(question),
      explain: (question) => nearestTo(question).explain(question),
      completeQuestion: (typed, limit) => {
        const of = typed.trim() === '' ? [first] : toAsk(typed, ids);
        return byTurns(
          of.map(({ id }) => searchOf(id).completeQuestion(typed, limit)),
          limit,
        );
      },
      facts: (words) => lookedUp.facts(words).filter(holds),
      speakers: (name) => lookedUp.speakers(name).filter(holds),
    };
  };
  return searchIn(articles.map(({ id }) => id));
}
