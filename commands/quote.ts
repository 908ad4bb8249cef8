import { articleOfSpeaker, whichArticles } from '../src/answer/articles.ts';
import { nameList } from '../src/answer/choosing.ts';
import { type Choice, type Context, defineCommand } from '../src/answer/command.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { footerOf, nameOf, quotedWords } from '../src/answer/sources.ts';
import { quoteBack } from '../src/text/quote.ts';

function quoted({ knowledge }: Context): readonly string[] {
  return [...new Set(knowledge.quotations.map(({ speaker }) => speaker))];
}

function suggest(typed: string, context: Context): readonly Choice[] {
  const ids = quoted(context);
  return context.search
    .speakers(typed)
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name }) => ({ name, value: id }));
}

export const quote = defineCommand({
  name: 'quote',
  description: 'command.quote.description',
  articles: 'any',
  options: {
    speaker: {
      type: 'text',
      description: 'command.quote.option.speaker',
      maxLength: 100,
      suggest,
      articleOf: articleOfSpeaker,
    },
  },
  run: ({ speaker }, context) => {
    const { knowledge, search, messages } = context;
    const { say } = messages;
    if (knowledge.quotations.length === 0) return privateLine(messages, 'command.nothingWritten');
    const wanted = speaker === undefined ? undefined : (knowledge.speakers.get(speaker) ?? search.speakers(speaker)[0]);
    const quotations = knowledge.quotations.filter((item) => speaker === undefined || item.speaker === wanted?.id);
    if (quotations.length === 0 && quoted(context).length === 0)
      return privateLine(messages, 'command.quote.nothing', { articles: whichArticles(context) });
    if (quotations.length === 0) {
      const name = wanted?.name ?? quoteBack(speaker ?? '');
      const others = quoted(context).map((id) => nameOf(id, context));
      return privateLine(messages, 'command.quote.none', {
        name,
        others: nameList(others, messages),
        articles: whichArticles(context),
      });
    }
    return reply(messages, {
      title: wanted ? say('command.quote.titleOfSpeaker', { name: wanted.name }) : say('command.quote.title'),
      text: quotations.map((item) => `${quotedWords(item, context)}\n${item.context}`).join('\n\n'),
      citations: quotations.map((item) => ({
        article: item.article,
        paragraph: item.paragraph,
        said_by: nameOf(item.speaker, context),
      })),
      ...footerOf(quotations, context),
    });
  },
});
