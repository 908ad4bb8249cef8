import { whichArticles } from '../src/answer/articles.ts';
import { articleWith, byTitle, titleChoices, topicsOf } from '../src/answer/choosing.ts';
import { type Context, defineCommand } from '../src/answer/command.ts';
import { A_MENU, type Menu, privateLine, reply } from '../src/answer/reply.ts';
import { asOf, latestArticle } from '../src/answer/sources.ts';
import type { Entry } from '../src/knowledge/knowledge.ts';
import type { MessageKey } from '../src/messages/messages.ts';
import { quoteBack } from '../src/text/quote.ts';

/** The placeholders of a menu with all entries of a kind, and of one of several such menus. */
interface Placeholders {
  readonly only: MessageKey;
  readonly ofSeveral: MessageKey;
}

const QUESTIONS: Placeholders = { only: 'command.topics.questions', ofSeveral: 'command.topics.questionsAt' };
const GAPS: Placeholders = { only: 'command.topics.gaps', ofSeveral: 'command.topics.gapsAt' };

/** Questions to choose from, in as many menus as are needed. */
function questionMenus(called: Placeholders, entries: readonly Entry[], context: Context): readonly Menu[] {
  const { say } = context.messages;
  const articles = whichArticles(context);
  const menus = Math.ceil(entries.length / A_MENU);
  return Array.from({ length: menus }, (_, index) => ({
    placeholder:
      menus > 1 ? say(called.ofSeveral, { number: index + 1, menus, articles }) : say(called.only, { articles }),
    action: { command: 'ask', options: {} },
    option: 'question',
    choices: entries
      .slice(index * A_MENU, (index + 1) * A_MENU)
      .map(({ id, question }) => ({ label: question, value: id })),
  }));
}

export const topics = defineCommand({
  name: 'topics',
  description: 'command.topics.description',
  isList: true,
  articles: 'one',
  options: {
    topic: {
      type: 'text',
      description: 'command.topics.option.topic',
      maxLength: 100,
      suggest: (typed, { knowledge }) => titleChoices(topicsOf(knowledge), typed),
      articleOf: (typed, { knowledge }) => articleWith((article) => article.topics, typed, knowledge),
    },
  },
  run: ({ topic: asked }, context) => {
    const { knowledge, messages, isChosen } = context;
    const { say } = messages;
    const all = topicsOf(knowledge);
    const footer = isChosen ? { footer: asOf(latestArticle(knowledge), messages) } : {};
    const entriesOf = (id: string) => [...knowledge.entries.values()].filter(({ topic }) => topic === id);
    const menu: Menu = {
      placeholder: say('command.topics.choose'),
      action: { command: 'topics', options: {} },
      option: 'topic',
      choices: all.map(({ id, title, description }) => ({ label: title, value: id, description })),
    };
    if (asked === undefined) {
      const lines = all.map(({ id, title, description }) => {
        const count = entriesOf(id).length;
        return `- ${say('command.topics.line', { title, count, description })}`;
      });
      return reply(messages, { title: say('command.topics.title'), text: lines.join('\n'), menus: [menu], ...footer });
    }
    const topic = byTitle(all, asked);
    if (!topic) {
      const topics = all.map(({ title }) => title).join(say('list.separator'));
      return {
        ...privateLine(messages, 'command.topics.none', { typed: quoteBack(asked), topics }),
        menus: [menu],
      };
    }
    const entries = entriesOf(topic.id);
    const of = (wanted: Entry['kind']) => entries.filter(({ kind }) => kind === wanted);
    return reply(messages, {
      title: topic.title,
      text: `${topic.description}\n${say('command.topics.count', { count: entries.length })}`,
      menus: [...questionMenus(QUESTIONS, of('question'), context), ...questionMenus(GAPS, of('gap'), context)],
      ...footer,
      buttons: [{ label: say('command.topics.all'), action: { command: 'topics', options: {} }, shows: 'replace' }],
    });
  },
});
