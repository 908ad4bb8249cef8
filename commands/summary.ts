import { defineCommand } from '../src/answer/command.ts';
import { reply } from '../src/answer/reply.ts';
import { asOf, citationsOf, factsOf, latestArticle, sourceLines } from '../src/answer/sources.ts';

export const summary = defineCommand({
  name: 'summary',
  description: 'The talks in a few points, each with its source',
  options: {},
  run: (_values, { knowledge }) => {
    const article = latestArticle(knowledge);
    const points = article.summary.map(({ text, facts }) => {
      const citations = citationsOf(factsOf(facts, knowledge), knowledge);
      return { line: `- ${text}\n-# ${sourceLines(citations).join('; ')}`, facts };
    });
    return reply({
      title: 'In short',
      text: points.map(({ line }) => line).join('\n'),
      citations: citationsOf(
        points.flatMap(({ facts }) => factsOf(facts, knowledge)),
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
