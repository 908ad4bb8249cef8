import { byTitle, titleChoices } from '../src/answer/choosing.ts';
import { type Context, defineCommand } from '../src/answer/command.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { asOf, citationsOf, factsOf, latestArticle, sourceLine } from '../src/answer/sources.ts';
import { cut, quoteUserText } from '../src/text/quote.ts';

const positionsOf = ({ knowledge }: Context) => knowledge.articles.flatMap((article) => article.positions);

export const positions = defineCommand({
  name: 'positions',
  description: 'Who stands where on a matter, side by side',
  options: {
    topic: {
      type: 'text',
      description: 'The matter, such as "ceasefire"',
      required: true,
      maxLength: 100,
      suggest: (typed, context) => titleChoices(positionsOf(context), typed),
    },
  },
  run: ({ topic }, context) => {
    const { knowledge } = context;
    const all = positionsOf(context);
    const position = byTitle(all, topic);
    if (!position) {
      const known = all.map(({ title }) => title).join(', ');
      return privateLine(`No positions are kept on “${quoteUserText(cut(topic, 60))}”. There are: ${known}.`);
    }
    const sides = position.sides.map((side) => ({ ...side, facts: factsOf(side.facts, knowledge) }));
    return reply({
      title: `Who stands where: ${position.title}`,
      text: 'Each side as the article gives it.',
      sections: sides.map(({ side, text, facts }) => ({
        heading: side,
        text: facts.length === 0 ? text : `${text}\n-# ${sourceLine(facts, knowledge)}`,
      })),
      citations: citationsOf(
        sides.flatMap(({ facts }) => facts),
        knowledge,
      ),
      footer: asOf(latestArticle(knowledge)),
      buttons: all
        .filter(({ id }) => id !== position.id)
        .map(({ id, title }) => ({
          label: title,
          shows: 'replace',
          action: { command: 'positions', options: { topic: id } },
        })),
    });
  },
});
