import { articleOfSpeaker, whichArticles } from '../src/answer/articles.ts';
import { nameList, speakerChoices } from '../src/answer/choosing.ts';
import { defineCommand } from '../src/answer/command.ts';
import { pageNote, pageOf } from '../src/answer/pages.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { citationsOf, factLines, footerOf } from '../src/answer/sources.ts';
import type { Fact } from '../src/knowledge/knowledge.ts';
import { quoteBack } from '../src/text/quote.ts';

const A_PAGE = 8;

export const who = defineCommand({
  name: 'who',
  description: 'command.who.description',
  descriptionOfSeveral: 'command.who.descriptionOfSeveral',
  articles: 'any',
  options: {
    name: {
      type: 'text',
      description: 'command.who.option.name',
      isSpeech: true,
      required: true,
      maxLength: 100,
      suggest: speakerChoices,
      articleOf: articleOfSpeaker,
    },
    page: { type: 'integer', description: 'command.who.option.page', min: 1 },
  },
  run: ({ name, page: number = 1 }, context) => {
    const { knowledge, search, messages } = context;
    const { say } = messages;
    const speaker = knowledge.speakers.get(name) ?? search.speakers(name)[0];
    if (!speaker || name.trim() === '') {
      const everybody = [...knowledge.speakers.values()].map((somebody) => somebody.name);
      const names = nameList(everybody, messages);
      const articles = whichArticles(context);
      return privateLine(messages, 'command.who.none', { typed: quoteBack(name), names, articles });
    }
    const facts = [...knowledge.facts.values()];
    const said = facts.filter(({ said_by }) => said_by === speaker.id);
    const told = facts.filter(({ about, said_by }) => about.includes(speaker.id) && said_by !== speaker.id);
    const action = { command: 'who', options: { name: speaker.id } };
    const page = pageOf([...said, ...told], A_PAGE, number, action, messages);
    const section = (heading: string, theirs: readonly Fact[]) => {
      const here = page.items.filter((fact) => theirs.includes(fact));
      return here.length === 0 ? [] : [{ heading, text: factLines(here, knowledge) }];
    };
    const nothing = said.length + told.length === 0 ? [say('command.who.nothing')] : [];
    const { role, side } = speaker;
    return reply(messages, {
      title: speaker.name,
      text: [say('command.who.role', { role }), say('command.who.side', { side }), ...nothing].join('\n'),
      sections: [...section(say('command.who.says'), said), ...section(say('command.who.isSaid'), told)],
      citations: citationsOf(page.items, context),
      ...footerOf([speaker], context, pageNote(page, messages)),
      buttons: page.buttons,
    });
  },
});
