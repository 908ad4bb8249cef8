import { defineCommand } from '../src/answer/command.ts';
import { reply } from '../src/answer/reply.ts';
import { asOf, citationsOf, factLines, factsOf, latestArticle } from '../src/answer/sources.ts';

export const timeline = defineCommand({
  name: 'timeline',
  description: 'What happened, in order, each point with its source',
  options: {},
  run: (_values, { knowledge }) => {
    const article = latestArticle(knowledge);
    const points = article.timeline.map(({ when, facts }) => ({ heading: when, facts: factsOf(facts, knowledge) }));
    return reply({
      title: 'Timeline',
      text: 'In the order of events, as the article dates them.',
      sections: points.map(({ heading, facts }) => ({ heading, text: factLines(facts, knowledge) })),
      citations: citationsOf(
        points.flatMap(({ facts }) => facts),
        knowledge,
      ),
      footer: asOf(article),
    });
  },
});
