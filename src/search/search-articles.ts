/** The search over several articles, each with its own search. */
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import { newestFirst } from '../knowledge/of-articles.ts';
import { type Among, ask, goesBefore, toAsk, withOtherHalf } from './ask-articles.ts';
import type { ChooseArticles } from './likeliest-articles.ts';
import { lookUpIn, type Search } from './search.ts';

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
  const all = newestFirst(knowledge);
  const [newest] = all;
  if (!newest) throw new Error('a search is over one article at least');
  if (all.length === 1) return searchOf(newest.id);
  const lookedUp = lookUpIn(knowledge);
  const searchIn = (ids: readonly string[]): Search => {
    const articles = all.filter(({ id }) => ids.includes(id));
    const [first] = articles;
    if (!first || articles.length === 1) return searchOf((first ?? newest).id);
    const among: Among = { articles, speakers: knowledge.speakers, searchOf, likeliest };
    const holds = ({ article }: Pick<Entry, 'article'>) => ids.includes(article);
    /** The search over the article whose entries are nearest. */
    const nearestTo = (question: string): Search =>
      searchOf(ask(question, among).candidates[0]?.entry.article ?? first.id);
    return {
      grammar: searchOf(first.id).grammar,
      among: (others) => searchIn(ids.filter((id) => others.includes(id))),
      find: (question, before) => {
        const same = before && holds(before) ? searchOf(before.article).find(question, before) : undefined;
        if (same?.goesOn) return same;
        const found = withOtherHalf(ask(question, among), among);
        return same && before && goesBefore(same, found, before.article, question, among) ? same : found;
      },
      nearest: (question) => nearestTo(question).nearest(question),
      explain: (question) => nearestTo(question).explain(question),
      completeQuestion: (typed, limit) => {
        const of = typed.trim() === '' ? [first] : toAsk(typed, ids, among);
        return byTurns(
          of.map(({ id }) => searchOf(id).completeQuestion(typed, limit)),
          limit,
        );
      },
      facts: (words) => lookedUp.facts(words).filter(holds),
      speakers: (name) => lookedUp.speakers(name).filter(holds),
    };
  };
  return searchIn(all.map(({ id }) => id));
}
