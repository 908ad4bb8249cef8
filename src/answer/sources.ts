/** Who said something and where it stands: as citations for edges, and as lines for people. */
import type { Article, Correction, Entry, Fact, Knowledge } from '../knowledge/knowledge.ts';
import { longDate, withinDays } from '../text/dates.ts';
import type { Citation } from './reply.ts';

/** Who a statement comes from if it is nobody's but the article's. */
export const THE_ARTICLE = 'the article';

/** The name of whoever a fact comes from, as people read it. */
export function nameOf(saidBy: string, knowledge: Knowledge): string {
  return knowledge.speakers.get(saidBy)?.name ?? THE_ARTICLE;
}

/** Facts by their ids, in that order. */
export function factsOf(ids: readonly string[], knowledge: Knowledge): readonly Fact[] {
  return ids.flatMap((id) => knowledge.facts.get(id) ?? []);
}

/** One citation for each paragraph and speaker of some facts, each once, in the order of the facts. */
export function citationsOf(facts: readonly Fact[], knowledge: Knowledge): readonly Citation[] {
  const citations = facts.flatMap((fact) =>
    fact.paragraphs.map((paragraph) => ({
      article: fact.article,
      paragraph,
      said_by: nameOf(fact.said_by, knowledge),
    })),
  );
  const keyOf = ({ article, paragraph, said_by }: Citation) => `${article} ${paragraph} ${said_by}`;
  return [...new Map(citations.map((citation) => [keyOf(citation), citation])).values()];
}

/** A line for each speaker: "— Vladimir Medinsky, ¶2, ¶4". */
export function sourceLines(citations: readonly Citation[]): readonly string[] {
  return [...Map.groupBy(citations, (citation) => citation.said_by)].map(([name, theirs]) => {
    const paragraphs = [...new Set(theirs.map((citation) => citation.paragraph))].sort((a, b) => a - b);
    return `— ${name}, ${paragraphs.map((paragraph) => `¶${paragraph}`).join(', ')}`;
  });
}

/** A fact as an item of a list, with its source in small under it. */
export function factLine(fact: Fact, knowledge: Knowledge): string {
  return `- ${fact.text}\n-# ${sourceLines(citationsOf([fact], knowledge)).join('; ')}`;
}

/** A list of facts, each with its source. */
export function factLines(facts: readonly Fact[], knowledge: Knowledge): string {
  return facts.map((fact) => factLine(fact, knowledge)).join('\n');
}

/** The article a fact or an entry belongs to; an error where the knowledge does not hold it. */
export function articleOf(item: Pick<Entry, 'article'>, knowledge: Knowledge): Article {
  const article = knowledge.articles.find(({ id }) => id === item.article);
  if (!article) throw new Error(`no article "${item.article}" in the knowledge`);
  return article;
}

/** The article that is spoken of where none is named: the one of the latest date. */
export function latestArticle(knowledge: Knowledge): Article {
  const [latest] = knowledge.articles.toSorted((a, b) => b.date.localeCompare(a.date));
  if (!latest) throw new Error('the knowledge holds no article');
  return latest;
}

/** "As of 16 May 2025", the day until which what is said holds. */
export function asOf(article: Article): string {
  return `As of ${longDate(article.date)}`;
}

/** How long a correction is shown under an answer. */
const SHOWN_DAYS = 30;

function line({ date, before }: Correction): string {
  return `-# Corrected on ${longDate(date)}: it said “${before}” before.`;
}

/** A line for each of these that was ever corrected, each once. */
export function correctionLines(items: readonly (Entry | Fact)[]): readonly string[] {
  return [...new Set(items.flatMap(({ correction }) => (correction ? line(correction) : [])))];
}

/** The same, for corrections of the last 30 days alone. */
export function recentCorrectionLines(items: readonly (Entry | Fact)[], now: Date): readonly string[] {
  return correctionLines(items.filter(({ correction }) => correction && withinDays(correction.date, SHOWN_DAYS, now)));
}
