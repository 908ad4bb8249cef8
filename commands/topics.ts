import { byTitle, titleChoices, topicsOf } from '../src/answer/choosing.ts';
import { defineCommand } from '../src/answer/command.ts';
import { type Menu, privateLine, reply } from '../src/answer/reply.ts';
import type { Entry } from '../src/knowledge/knowledge.ts';
import { count, cut, quoteUserText } from '../src/text/quote.ts';

/** Choices of a menu. */
const A_MENU = 25;

/** Questions to choose from, in as many menus as are needed. */
function questionMenus(placeholder: string, entries: readonly Entry[]): readonly Menu[] {
  const menus = Math.ceil(entries.length / A_MENU);
  return Array.from({ length: menus }, (_, index) => ({
    placeholder: menus > 1 ? `${placeholder} (${index + 1} of ${menus})` : placeholder,
    action: { command: 'ask', options: {} },
    option: 'question',
    choices: entries
      .slice(index * A_MENU, (index + 1) * A_MENU)
      .map(({ id, question }) => ({ label: question, value: id })),
  }));
}

export const topics = defineCommand({
  name: 'topics',
  description: 'Browse what can be asked, by topic',
  options: {
    topic: {
      type: 'text',
      description: 'The topic to open',
      maxLength: 100,
      suggest: (typed, { knowledge }) => titleChoices(topicsOf(knowledge), typed),
    },
  },
  run: ({ topic: asked }, { knowledge }) => {
    const all = topicsOf(knowledge);
    const entriesOf = (id: string) => [...knowledge.entries.values()].filter(({ topic }) => topic === id);
    const menu: Menu = {
      placeholder: 'Choose a topic',
      action: { command: 'topics', options: {} },
      option: 'topic',
      choices: all.map(({ id, title, description }) => ({ label: title, value: id, description })),
    };
    if (asked === undefined) {
      const lines = all.map(
        ({ id, title, description }) => `- **${title}** (${count(entriesOf(id).length, 'question')}): ${description}`,
      );
      return reply({ title: 'Topics', text: lines.join('\n'), menus: [menu] });
    }
    const topic = byTitle(all, asked);
    if (!topic) {
      const known = all.map(({ title }) => title).join(', ');
      return {
        ...privateLine(`There is no topic “${quoteUserText(cut(asked, 60))}”. There are: ${known}.`),
        menus: [menu],
      };
    }
    const entries = entriesOf(topic.id);
    return reply({
      title: topic.title,
      text: `${topic.description}\n${count(entries.length, 'question')} to choose from.`,
      menus: [
        ...questionMenus(
          'What the article says',
          entries.filter(({ kind }) => kind === 'question'),
        ),
        ...questionMenus(
          'What it leaves open',
          entries.filter(({ kind }) => kind === 'gap'),
        ),
      ],
      buttons: [{ label: 'All topics', action: { command: 'topics', options: {} }, shows: 'replace' }],
    });
  },
});
