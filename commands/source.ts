import { entryByChoice } from '../src/answer/choosing.ts';
import { type Context, defineCommand } from '../src/answer/command.ts';
import { privateLine, type Reply, reply } from '../src/answer/reply.ts';
import {
  articleLine,
  articleOf,
  asOf,
  citationsOf,
  correctionLines,
  factLines,
  factsOf,
  latestArticle,
  paragraphLink,
  paragraphUrl,
  titleLink,
} from '../src/answer/sources.ts';
import type { Article, Entry } from '../src/knowledge/knowledge.ts';
import { count, cut } from '../src/text/quote.ts';

const OFFERED = 25;

/** The paragraph itself if the article's text is there, else its gist; marked as which it is. */
function paragraphText(article: Article, number: number, { articleText }: Context): string {
  const itself = articleText.get(article.id)?.[number - 1];
  if (itself !== undefined) return `> ${itself}`;
  return `${article.paragraphs[number - 1]?.gist ?? ''}\n-# The gist, in our own words.`;
}

function record(context: Context): Reply {
  const article = latestArticle(context.knowledge);
  const gists = article.paragraphs.map(({ gist }, index) => `**${paragraphLink(article, index + 1)}** ${gist}`);
  return reply({
    title: article.headline,
    ...titleLink(article),
    text: [
      articleLine(article),
      `${count(article.paragraphs.length, 'paragraph')}. What each says, in our own words:`,
      ...gists,
    ].join('\n'),
    citations: [],
    footer: asOf(article),
    menus: [
      {
        placeholder: 'Open a paragraph',
        action: { command: 'source', options: {} },
        option: 'paragraph',
        choices: article.paragraphs
          .slice(0, OFFERED)
          .map(({ gist }, index) => ({ label: cut(`¶${index + 1} ${gist}`, 100), value: String(index + 1) })),
      },
    ],
  });
}

function paragraphReply(number: number, context: Context): Reply {
  const { knowledge } = context;
  const article = latestArticle(knowledge);
  const last = article.paragraphs.length;
  if (number > last) return privateLine(`The article has ${last} paragraphs; \`paragraph\` is from 1 to ${last}.`);
  const facts = [...knowledge.facts.values()].filter(
    (fact) => fact.article === article.id && fact.paragraphs.includes(number),
  );
  const turn = (label: string, to: number) =>
    to < 1 || to > last
      ? []
      : [{ label, shows: 'replace' as const, action: { command: 'source', options: { paragraph: String(to) } } }];
  return reply({
    title: `¶${number} of ${last}: ${article.headline}`,
    ...titleLink({ url: paragraphUrl(article, number) }),
    text: [paragraphText(article, number, context), ...correctionLines(facts)].join('\n'),
    sections: facts.length === 0 ? [] : [{ heading: 'The facts it bears out', text: factLines(facts, knowledge) }],
    citations: citationsOf(facts, knowledge).filter(({ paragraph }) => paragraph === number),
    footer: asOf(article),
    buttons: [...turn('Previous', number - 1), ...turn('Next', number + 1)],
  });
}

function sourcesReply(entry: Entry, context: Context): Reply {
  const { knowledge } = context;
  const article = articleOf(entry, knowledge);
  const facts = factsOf(entry.facts, knowledge);
  const citations = citationsOf(facts, knowledge);
  const paragraphs = [...new Set(citations.map(({ paragraph }) => paragraph))].sort((a, b) => a - b);
  const notes = [entry, ...facts].flatMap(({ note }) => (note ? [`-# Note: ${note}`] : []));
  return reply({
    title: `Sources: ${entry.question}`,
    ...titleLink(article),
    text: [factLines(facts, knowledge), ...new Set(notes), ...correctionLines([entry, ...facts])].join('\n'),
    sections: paragraphs.map((number) => ({
      heading: `¶${number}`,
      text: paragraphText(article, number, context),
    })),
    citations,
    footer: `${article.headline} · ${asOf(article)}`,
  });
}

export const source = defineCommand({
  name: 'source',
  description: "The article's record, one of its paragraphs, or what an answer rests on",
  options: {
    paragraph: { type: 'integer', description: 'The paragraph to show', min: 1 },
    question: {
      type: 'text',
      description: 'The question whose sources to show',
      maxLength: 100,
      suggest: (typed, { search }) =>
        search.completeQuestion(typed, OFFERED).map(({ id, question }) => ({ name: question, value: id })),
    },
  },
  run: ({ paragraph, question }, context) => {
    if (paragraph !== undefined) return paragraphReply(paragraph, context);
    if (question === undefined) return record(context);
    const { knowledge, search } = context;
    const entry = entryByChoice(question, knowledge) ?? search.find(question).parts[0]?.entry;
    if (entry) return sourcesReply(entry, context);
    return privateLine('That question is not among those I know. `/ask` it, or see the whole record with `/source`.');
  },
});
