/** Drafts: articles that are still being written, marked `draft` in their `article.yaml`. */
import type { Article, Knowledge } from './knowledge.ts';
import { ofArticles } from './of-articles.ts';
import { type Finding, within } from './problem.ts';

const TO_DECLARE = 'or another, to declare in article.yaml';

const isDraft = ({ draft }: Article): boolean => draft === true;

/** The knowledge without its drafts: the source of all answers. */
export function withoutDrafts(knowledge: Knowledge): Knowledge {
  return knowledge.articles.some(isDraft) ? ofArticles(knowledge, (article) => !isDraft(article)) : knowledge;
}

/** The drafts alone. */
export const draftsOf = (knowledge: Knowledge): Knowledge => ofArticles(knowledge, isDraft);

/** A finding for every text that is still empty: to do in a draft, an error in a finished article. */
export function unwritten({ articles, speakers, quotations }: Knowledge): Finding[] {
  const sidesOf = new Map(
    articles.map(({ id, sides, bystanders }) => [id, [...sides, ...bystanders, TO_DECLARE].join(', ')]),
  );
  return [
    ...articles.flatMap(({ place, topics, paragraphs }) => [
      ...topics.flatMap(({ id, description }, index) =>
        toWrite(description, within(place, 'topics', index, 'description'), `what the topic \`${id}\` is about`),
      ),
      ...paragraphs.flatMap(({ gist }, index) =>
        toWrite(gist, within(place, 'paragraphs', index, 'gist'), `the gist of paragraph ${index + 1}`),
      ),
    ]),
    ...[...speakers.values()].flatMap(({ id, role, side, article, place }) => [
      ...toWrite(role, within(place, 'role'), `the role of \`${id}\``),
      ...toWrite(side, within(place, 'side'), `the side of \`${id}\` (${sidesOf.get(article)})`),
    ]),
    ...quotations.flatMap(({ id, context, facts, place }) => [
      ...toWrite(context, within(place, 'context'), `who says the words of \`${id}\`, and of what,`),
      ...toWrite(facts.join(), within(place, 'facts'), `which facts the words of \`${id}\` belong to`),
    ]),
  ];
}

function toWrite(text: string, place: Finding['place'], what: string): Finding[] {
  return text === '' ? [{ place, message: `${what} is to be written` }] : [];
}
