/** Who said something and where: as citations for edges, and as lines for people. */
import type { Article, Correction, Entry, Fact, Knowledge, Quotation } from '../knowledge/knowledge.ts';
import { newestFirst } from '../knowledge/of-articles.ts';
import { earlierThan, laterThan } from '../knowledge/supersedes.ts';
import { type Messages, messagesIn } from '../messages/messages.ts';
import { withinDays } from '../text/dates.ts';
import { markdownLink, passageUrl } from '../text/link.ts';
import { cut } from '../text/quote.ts';
import type { Context } from './command.ts';
import type { Citation, Reply } from './reply.ts';

/** The display name of a fact's source: the speaker's, or the article's if nobody is quoted. */
export function nameOf(saidBy: string, { knowledge, messages }: Pick<Context, 'knowledge' | 'messages'>): string {
  return knowledge.speakers.get(saidBy)?.name ?? messages.say('answer.sources.theArticle');
}

/** Facts by their ids, in that order. */
export function factsOf(ids: readonly string[], knowledge: Knowledge): readonly Fact[] {
  return ids.flatMap((id) => knowledge.facts.get(id) ?? []);
}

/** The citations of some facts: each paragraph and speaker once, in the order of the facts. */
export function citationsOf(
  facts: readonly Fact[],
  context: Pick<Context, 'knowledge' | 'messages'>,
): readonly Citation[] {
  const citations = facts.flatMap((fact) =>
    fact.paragraphs.map((paragraph) => ({ article: fact.article, paragraph, said_by: nameOf(fact.said_by, context) })),
  );
  const keyOf = ({ article, paragraph, said_by }: Citation) => `${article} ${paragraph} ${said_by}`;
  return [...new Map(citations.map((citation) => [keyOf(citation), citation])).values()];
}

/** The address of a paragraph: its passage's, or the article's; undefined if the article has no link. */
export function paragraphUrl({ url, paragraphs }: Article, number: number): string | undefined {
  const passage = paragraphs[number - 1]?.passage;
  return url !== undefined && passage ? passageUrl(url, passage) : url;
}

/** "¶2", as a link to the paragraph if the article has one. */
export function paragraphLink(article: Article, number: number): string {
  const url = paragraphUrl(article, number);
  return url === undefined ? `¶${number}` : markdownLink(`¶${number}`, url);
}

/** The most characters of a headline that serves as an article's name. */
const LONGEST_NAME = 60;

/** What identifies a statement's place and speaker. */
type Sourced = Pick<Fact, 'article' | 'paragraphs' | 'said_by'>;

/** By what an article is called in a line: its short name, else its publisher, else its headline, cut. */
export const shortName = ({ short, publisher, headline }: Article): string =>
  short ?? publisher ?? cut(headline, LONGEST_NAME);

/** The article's short name, as a link if it has one, with its date: "Hindustan Times, 16 May 2025". */
export function articleName(article: Article, { say }: Messages): string {
  const { url, date } = article;
  const name = url === undefined ? shortName(article) : markdownLink(shortName(article), url);
  return say('answer.sources.named', { name, date: new Date(date) });
}

/**
 * The places of statements: each paragraph once, with the speakers there besides the article itself: "¶1 · ¶2
 * (Medinsky)". If the knowledge has several articles, each is named before its paragraphs.
 */
export function sourceLine(statements: readonly Sourced[], knowledge: Knowledge): string {
  if (knowledge.articles.length === 1) return placesLine(statements, knowledge);
  const messages = messagesIn(knowledge.language);
  return [...Map.groupBy(statements, ({ article }) => article)]
    .map(([id, theirs]) => {
      const article = articleOf({ article: id }, knowledge);
      // Each paragraph has its own link.
      const name = messages.say('answer.sources.named', { name: shortName(article), date: new Date(article.date) });
      return messages.say('answer.sources.placesIn', { name, places: placesLine(theirs, knowledge) });
    })
    .join('; ');
}

/** The same for one article that is named elsewhere. */
export function placesLine(statements: readonly Sourced[], knowledge: Knowledge): string {
  const places = statements.flatMap(({ article, paragraphs, said_by }) =>
    paragraphs.map((paragraph) => ({ article, paragraph, speaker: knowledge.speakers.get(said_by) })),
  );
  const byParagraph = Map.groupBy(places, ({ article, paragraph }) =>
    paragraphLink(articleOf({ article }, knowledge), paragraph),
  );
  return [...byParagraph]
    .sort(([, [a]], [, [b]]) => (a?.paragraph ?? 0) - (b?.paragraph ?? 0))
    .map(([link, here]) => {
      const names = new Set(here.flatMap(({ speaker }) => (speaker ? (speaker.short ?? speaker.name) : [])));
      return names.size === 0 ? link : `${link} (${[...names].join(', ')})`;
    })
    .join(' · ');
}

/** A fact as a list item, with its source in small print under it. */
export function factLine(fact: Fact, knowledge: Knowledge): string {
  return `- ${fact.text}\n-# ${sourceLine([fact], knowledge)}`;
}

/** A spoken quotation with its translation, if there is one, and its source in small print under it. */
export function quotedWords(
  { words, translation, article, paragraph, speaker }: Quotation,
  { knowledge, messages }: Pick<Context, 'knowledge' | 'messages'>,
): string {
  const translated =
    translation === undefined ? [] : [messages.say('answer.sources.translation', { words: translation })];
  const source = sourceLine([{ article, paragraphs: [paragraph], said_by: speaker }], knowledge);
  return [`> “${words}”`, ...translated.map((line) => `> ${line}`), `-# ${source}`].join('\n');
}

/** A list of facts, each with its source. */
export function factLines(facts: readonly Fact[], knowledge: Knowledge): string {
  return facts.map((fact) => factLine(fact, knowledge)).join('\n');
}

/** The article of a fact or an entry; throws if the knowledge does not have it. */
export function articleOf(item: Pick<Entry, 'article'>, knowledge: Knowledge): Article {
  const article = knowledge.articles.find(({ id }) => id === item.article);
  if (!article) throw new Error(`no article "${item.article}" in the knowledge`);
  return article;
}

/** The article that is meant if none is named: the newest. */
export function latestArticle(knowledge: Knowledge): Article {
  const [latest] = newestFirst(knowledge);
  if (!latest) throw new Error('the knowledge holds no article');
  return latest;
}

/** "As of 16 May 2025 · Hindustan Times": the date of the information and, if known, the article's short name. */
export function asOf({ date, short, publisher }: Article, { say }: Messages): string {
  const name = short ?? publisher;
  return [say('answer.sources.asOf', { date: new Date(date) }), ...(name ? [name] : [])].join(' · ');
}

/**
 * The same as a reply's footer, for items of at most one article; items of several articles name theirs in each source.
 */
export function footerOf(
  items: readonly Pick<Entry, 'article'>[],
  { knowledge, messages }: Pick<Context, 'knowledge' | 'messages'>,
  note = '',
): Pick<Reply, 'footer'> {
  const [first = latestArticle(knowledge).id, ...others] = new Set(items.map(({ article }) => article));
  const day = others.length > 0 ? '' : asOf(articleOf({ article: first }, knowledge), messages);
  const parts = [note, day].filter((part) => part !== '');
  return parts.length > 0 ? { footer: parts.join(' · ') } : {};
}

/** The article's link for a reply's title, if it has one. */
export function titleLink({ url }: Pick<Article, 'url'>): Pick<Reply, 'url'> {
  return url === undefined ? {} : { url };
}

/** The article's headline, as a link if it has one, with its publisher and date. */
export function articleLine(article: Article, { say }: Messages): string {
  const { url, publisher } = article;
  const headline = url === undefined ? article.headline : markdownLink(article.headline, url);
  const date = new Date(article.date);
  if (!publisher) return say('answer.sources.unpublished', { headline, date });
  return say('answer.sources.published', { headline, publisher, date });
}

/**
 * For each fact that a later article changed, or that changed an earlier one: what was true when, each once. `shown`
 * are the facts that the reply already shows.
 */
export function changeLines(
  facts: readonly Fact[],
  shown: readonly Fact[],
  { knowledge, messages }: Pick<Context, 'knowledge' | 'messages'>,
): readonly string[] {
  const isNew = (fact: Fact) => !shown.includes(fact);
  const line = (key: 'answer.sources.before' | 'answer.sources.since') => (fact: Fact) => {
    const name = articleName(articleOf(fact, knowledge), messages);
    return messages.say(key, { text: fact.text, name });
  };
  const lines = facts.flatMap((fact) => [
    ...earlierThan(fact, knowledge).filter(isNew).map(line('answer.sources.before')),
    ...laterThan(fact, knowledge).filter(isNew).map(line('answer.sources.since')),
  ]);
  return [...new Set(lines)];
}

/** A line for each contradiction in an article that one of these facts is a side of. */
export function contradictionLines(
  facts: readonly Pick<Fact, 'id'>[],
  { knowledge, messages }: Pick<Context, 'knowledge' | 'messages'>,
): readonly string[] {
  const sides = new Set(facts.map(({ id }) => id));
  return knowledge.articles
    .flatMap(({ contradictions }) => contradictions)
    .filter((contradiction) => contradiction.facts.some((id) => sides.has(id)))
    .map(({ text }) => `-# ${messages.say('answer.sources.contradiction', { text })}`);
}

/** For how many days a correction is shown under an answer. */
const SHOWN_DAYS = 30;

function line({ date, before }: Correction, { say }: Messages): string {
  return `-# ${say('answer.sources.corrected', { date: new Date(date), before })}`;
}

/** A line for each of these that was ever corrected, without repeats. */
export function correctionLines(items: readonly (Entry | Fact)[], messages: Messages): readonly string[] {
  return [...new Set(items.flatMap(({ correction }) => (correction ? line(correction, messages) : [])))];
}

/** The same, only for recent corrections. */
export function recentCorrectionLines(
  items: readonly (Entry | Fact)[],
  { messages, now }: Pick<Context, 'messages' | 'now'>,
): readonly string[] {
  const recent = items.filter(({ correction }) => correction && withinDays(correction.date, SHOWN_DAYS, now));
  return correctionLines(recent, messages);
}
