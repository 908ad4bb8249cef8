import { type Choice, type Context, defineCommand } from '../src/answer/command.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { asOf, latestArticle, nameOf, quotedWords } from '../src/answer/sources.ts';
import { cut, quoteUserText } from '../src/text/quote.ts';

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
  description: 'What was said aloud, word for word',
  options: { speaker: { type: 'text', description: 'Only the words of this speaker', maxLength: 100, suggest } },
  run: ({ speaker }, context) => {
    const { knowledge, search } = context;
    const wanted = speaker === undefined ? undefined : (knowledge.speakers.get(speaker) ?? search.speakers(speaker)[0]);
    const quotations = knowledge.quotations.filter((item) => speaker === undefined || item.speaker === wanted?.id);
    if (quotations.length === 0) {
      const whose = wanted?.name ?? quoteUserText(cut(speaker ?? '', 60));
      const others = quoted(context).map((id) => nameOf(id, knowledge));
      return privateLine(`The article quotes no words of “${whose}”. It quotes: ${others.join(', ')}.`);
    }
    return reply({
      title: wanted ? `Said aloud: ${wanted.name}` : 'Said aloud',
      text: quotations.map((item) => `${quotedWords(item, knowledge)}\n${item.context}`).join('\n\n'),
      citations: quotations.map((item) => ({
        article: item.article,
        paragraph: item.paragraph,
        said_by: nameOf(item.speaker, knowledge),
      })),
      footer: asOf(latestArticle(knowledge)),
    });
  },
});
