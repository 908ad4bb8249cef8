import { whichArticles } from '../src/answer/articles.ts';
import { entryByChoice } from '../src/answer/choosing.ts';
import { type Context, defineCommand } from '../src/answer/command.ts';
import { turnButtons } from '../src/answer/pages.ts';
import { A_MENU, type Menu, privateLine, type Reply, reply } from '../src/answer/reply.ts';
import {
  articleName,
  articleOf,
  asOf,
  citationsOf,
  contradictionLines,
  correctionLines,
  factLines,
  factsOf,
  latestArticle,
  paragraphLink,
  paragraphUrl,
  titleLink,
} from '../src/answer/sources.ts';
import type { Article, Entry } from '../src/knowledge/knowledge.ts';
import type { Messages } from '../src/messages/messages.ts';
import { cut } from '../src/text/quote.ts';

const OFFERED = 25;

/** The paragraph itself if the article's text is available, else its gist, marked as such. */
function paragraphText(article: Article, number: number, { articleText, messages }: Context): string {
  const itself = articleText.get(article.id)?.[number - 1];
  if (itself !== undefined) return `> ${itself}`;
  return `${article.paragraphs[number - 1]?.gist ?? ''}\n-# ${messages.say('command.source.gist')}`;
}

/** The paragraphs to choose from, in as many menus as are needed. */
function paragraphMenus({ paragraphs }: Article, { say }: Messages): readonly Menu[] {
  const choices = paragraphs.map(({ gist }, index) => ({
    label: cut(`¶${index + 1} ${gist}`, 100),
    value: String(index + 1),
  }));
  return Array.from({ length: Math.ceil(choices.length / A_MENU) }, (_, index) => {
    const shown = choices.slice(index * A_MENU, (index + 1) * A_MENU);
    const [first, last] = [index * A_MENU + 1, index * A_MENU + shown.length];
    return {
      placeholder:
        choices.length > A_MENU ? say('command.source.openAmong', { first, last }) : say('command.source.open'),
      action: { command: 'source', options: {} },
      option: 'paragraph',
      choices: shown,
    };
  });
}

function record(context: Context): Reply {
  const { knowledge, messages } = context;
  const { say } = messages;
  const article = latestArticle(knowledge);
  const gists = article.paragraphs.map(({ gist }, index) => `**${paragraphLink(article, index + 1)}** ${gist}`);
  return reply(messages, {
    title: article.headline,
    ...titleLink(article),
    text: [
      // Without them, it would only repeat the headline.
      ...((article.short ?? article.publisher ?? article.url) ? [articleName(article, messages)] : []),
      say('command.source.paragraphs', { count: article.paragraphs.length }),
      ...gists,
    ].join('\n'),
    // Apart from the paragraphs, whose links take all the room there is.
    sections:
      article.contradictions.length === 0
        ? []
        : [
            {
              heading: say('command.source.contradictions'),
              text: article.contradictions.map(({ text }) => `- ${text}`).join('\n'),
            },
          ],
    citations: [],
    footer: asOf(article, messages),
    menus: paragraphMenus(article, messages),
  });
}

function paragraphReply(number: number, context: Context): Reply {
  const { knowledge, messages } = context;
  const { say } = messages;
  const article = latestArticle(knowledge);
  const last = article.paragraphs.length;
  if (number > last)
    return privateLine(messages, 'command.source.noParagraph', {
      last,
      articles: whichArticles(context),
    });
  const facts = [...knowledge.facts.values()].filter(
    (fact) => fact.article === article.id && fact.paragraphs.includes(number),
  );
  return reply(messages, {
    title: say('command.source.titleOfParagraph', { number, last, headline: article.headline }),
    ...titleLink({ url: paragraphUrl(article, number) }),
    text: [
      paragraphText(article, number, context),
      ...contradictionLines(facts, context),
      ...correctionLines(facts, messages),
    ].join('\n'),
    sections: facts.length === 0 ? [] : [{ heading: say('command.source.facts'), text: factLines(facts, knowledge) }],
    citations: citationsOf(facts, context).filter(({ paragraph }) => paragraph === number),
    footer: asOf(article, messages),
    buttons: turnButtons(number, last, { command: 'source', options: {} }, 'paragraph', messages),
  });
}

function sourcesReply(entry: Entry, context: Context): Reply {
  const { knowledge, messages } = context;
  const { say } = messages;
  const article = articleOf(entry, knowledge);
  const facts = factsOf(entry.facts, knowledge);
  const citations = citationsOf(facts, context);
  const paragraphs = [...new Set(citations.map(({ paragraph }) => paragraph))].sort((a, b) => a - b);
  const notes = [entry, ...facts].flatMap(({ note }) => (note ? [`-# ${say('command.source.note', { note })}`] : []));
  return reply(messages, {
    title: say('command.source.titleOfQuestion', { question: entry.question }),
    ...titleLink(article),
    text: [
      factLines(facts, knowledge),
      ...new Set(notes),
      ...contradictionLines(facts, context),
      ...correctionLines([entry, ...facts], messages),
    ].join('\n'),
    sections: paragraphs.map((number) => ({
      heading: `¶${number}`,
      text: paragraphText(article, number, context),
    })),
    citations,
    footer: `${article.headline} · ${asOf(article, messages)}`,
  });
}

export const source = defineCommand({
  name: 'source',
  description: 'command.source.description',
  descriptionOfSeveral: 'command.source.descriptionOfSeveral',
  articles: 'one',
  options: {
    paragraph: { type: 'integer', description: 'command.source.option.paragraph', min: 1 },
    question: {
      type: 'text',
      description: 'command.source.option.question',
      isSpeech: true,
      maxLength: 100,
      suggest: (typed, { search }) =>
        search.completeQuestion(typed, OFFERED).map(({ id, question }) => ({ name: question, value: id })),
    },
  },
  run: ({ paragraph, question }, context) => {
    if (paragraph !== undefined) return paragraphReply(paragraph, context);
    if (question === undefined) return record(context);
    const { knowledge, search, messages } = context;
    const entry = entryByChoice(question, knowledge) ?? search.find(question).parts[0]?.entry;
    if (entry) return sourcesReply(entry, context);
    return privateLine(messages, 'command.source.noQuestion');
  },
});
