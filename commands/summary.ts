import { defineCommand } from '../src/answer/command.ts';
import { reply } from '../src/answer/reply.ts';
import { asOf, citationsOf, factsOf, latestArticle, sourceLine } from '../src/answer/sources.ts';

export const summary = defineCommand({
  name: 'summary',
  description: 'The talks in a few points, each with its source',
  options: {},
  run: (_values, { knowledge }) => {
    const article = latestArticle(knowledge);
    const points = article.summary.map((point) => ({ text: point.text, facts: factsOf(point.facts, knowledge) }));
    return reply({
      title: 'In short',
      text: points.map(({ text, facts }) => `- ${text}\n-# ${sourceLine(facts, knowledge)}`).join('\n'),
      citations: citationsOf(
        points.flatMap(({ facts }) => facts),
        knowledge,
      ),
      footer: asOf(article),
      buttons: [
        { label: 'Timeline', action: { command: 'timeline', options: {} } },
        { label: 'Topics', action: { command: 'topics', options: {} } },
      ],
    });
  },
});
