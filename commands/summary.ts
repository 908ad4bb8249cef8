import { defineCommand } from '../src/answer/command.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { asOf, citationsOf, factsOf, latestArticle, sourceLine } from '../src/answer/sources.ts';

export const summary = defineCommand({
  name: 'summary',
  description: 'command.summary.description',
  descriptionOfSeveral: 'command.summary.descriptionOfSeveral',
  isList: true,
  articles: 'one',
  options: {},
  run: (_values, context) => {
    const { knowledge, messages } = context;
    const { say } = messages;
    const article = latestArticle(knowledge);
    if (article.summary.length === 0) return privateLine(messages, 'command.nothingWritten');
    const points = article.summary.map((point) => ({ text: point.text, facts: factsOf(point.facts, knowledge) }));
    return reply(messages, {
      title: say('command.summary.title'),
      text: points.map(({ text, facts }) => `- ${text}\n-# ${sourceLine(facts, knowledge)}`).join('\n'),
      citations: citationsOf(
        points.flatMap(({ facts }) => facts),
        context,
      ),
      footer: asOf(article, messages),
      buttons: [
        { label: say('command.summary.timeline'), action: { command: 'timeline', options: {} } },
        { label: say('command.summary.topics'), action: { command: 'topics', options: {} } },
      ],
    });
  },
});
