import { speakerChoices } from '../src/answer/choosing.ts';
import { defineCommand } from '../src/answer/command.ts';
import { pageNote, pageOf } from '../src/answer/pages.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { articleOf, asOf, citationsOf, factLines } from '../src/answer/sources.ts';
import type { Fact } from '../src/knowledge/knowledge.ts';
import { cut, quoteUserText } from '../src/text/quote.ts';

const A_PAGE = 8;

export const who = defineCommand({
  name: 'who',
  description: 'Somebody in the article: role, side, what they say and what is said of them',
  options: {
    name: {
      type: 'text',
      description: 'A person or a body, such as "Medinsky"',
      required: true,
      maxLength: 100,
      suggest: speakerChoices,
    },
    page: { type: 'integer', description: 'The page to show', min: 1 },
  },
  run: ({ name, page: number = 1 }, { knowledge, search }) => {
    const speaker = knowledge.speakers.get(name) ?? search.speakers(name)[0];
    if (!speaker || name.trim() === '') {
      const known = [...knowledge.speakers.values()].map((somebody) => somebody.name).join(', ');
      return privateLine(`The article has nobody called “${quoteUserText(cut(name, 60))}”. It has: ${known}.`);
    }
    const facts = [...knowledge.facts.values()];
    const said = facts.filter(({ said_by }) => said_by === speaker.id);
    const told = facts.filter(({ about, said_by }) => about.includes(speaker.id) && said_by !== speaker.id);
    const page = pageOf([...said, ...told], A_PAGE, number, { command: 'who', options: { name: speaker.id } });
    const section = (heading: string, theirs: readonly Fact[]) => {
      const here = page.items.filter((fact) => theirs.includes(fact));
      return here.length === 0 ? [] : [{ heading, text: factLines(here, knowledge) }];
    };
    const nothing = said.length + told.length === 0 ? '\nNo fact comes from them or is about them.' : '';
    return reply({
      title: speaker.name,
      text: `**Role:** ${speaker.role}\n**Side:** ${speaker.side}${nothing}`,
      sections: [...section('What they say', said), ...section('What is said of them', told)],
      citations: citationsOf(page.items, knowledge),
      footer: pageNote(page) + asOf(articleOf(speaker, knowledge)),
      buttons: page.buttons,
    });
  },
});
