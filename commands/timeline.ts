import { whichArticles } from '../src/answer/articles.ts';
import { defineCommand } from '../src/answer/command.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { asOf, citationsOf, factLines, factsOf, latestArticle } from '../src/answer/sources.ts';

export const timeline = defineCommand({
  name: 'timeline',
  description: 'command.timeline.description',
  isList: true,
  articles: 'one',
  options: {},
  run: (_values, context) => {
    const { knowledge, messages } = context;
    const article = latestArticle(knowledge);
    if (article.timeline.length === 0) return privateLine(messages, 'command.nothingWritten');
    const points = article.timeline.map(({ when, facts }) => ({ heading: when, facts: factsOf(facts, knowledge) }));
    return reply(messages, {
      title: messages.say('command.timeline.title'),
      text: messages.say('command.timeline.text', { articles: whichArticles(context) }),
      sections: points.map(({ heading, facts }) => ({ heading, text: factLines(facts, knowledge) })),
      citations: citationsOf(
        points.flatMap(({ facts }) => facts),
        context,
      ),
      footer: asOf(article, messages),
    });
  },
});
