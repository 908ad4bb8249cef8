import { whichArticles } from '../src/answer/articles.ts';
import { articleWith, byTitle, titleChoices } from '../src/answer/choosing.ts';
import { type Context, defineCommand } from '../src/answer/command.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { asOf, citationsOf, factsOf, latestArticle, sourceLine } from '../src/answer/sources.ts';
import { quoteBack } from '../src/text/quote.ts';

const positionsOf = ({ knowledge }: Context) => knowledge.articles.flatMap((article) => article.positions);

export const positions = defineCommand({
  name: 'positions',
  description: 'command.positions.description',
  isList: true,
  articles: 'one',
  options: {
    topic: {
      type: 'text',
      description: 'command.positions.option.topic',
      required: true,
      maxLength: 100,
      suggest: (typed, context) => titleChoices(positionsOf(context), typed),
      articleOf: (typed, { knowledge }) => articleWith((article) => article.positions, typed, knowledge),
    },
  },
  run: ({ topic }, context) => {
    const { knowledge, messages } = context;
    const { say } = messages;
    const all = positionsOf(context);
    if (all.length === 0) return privateLine(messages, 'command.nothingWritten');
    const position = byTitle(all, topic);
    if (!position) {
      const titles = all.map(({ title }) => title).join(say('list.separator'));
      return privateLine(messages, 'command.positions.none', { typed: quoteBack(topic), titles });
    }
    const sides = position.sides.map((side) => ({ ...side, facts: factsOf(side.facts, knowledge) }));
    return reply(messages, {
      title: say('command.positions.title', { title: position.title }),
      text: say('command.positions.text', { articles: whichArticles(context) }),
      sections: sides.map(({ side, text, facts }) => ({
        heading: side,
        text: facts.length === 0 ? text : `${text}\n-# ${sourceLine(facts, knowledge)}`,
      })),
      citations: citationsOf(
        sides.flatMap(({ facts }) => facts),
        context,
      ),
      footer: asOf(latestArticle(knowledge), messages),
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
