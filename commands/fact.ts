import { byTitle, titleChoices, topicsOf } from '../src/answer/choosing.ts';
import { type Context, defineCommand } from '../src/answer/command.ts';
import { pageNote, pageOf } from '../src/answer/pages.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { asOf, citationsOf, factLines, latestArticle } from '../src/answer/sources.ts';
import type { Fact, Knowledge, Topic } from '../src/knowledge/knowledge.ts';
import { words } from '../src/text/normalise.ts';
import { count, cut, quoteUserText } from '../src/text/quote.ts';

const A_PAGE = 5;
/** So that a button that turns the page can carry the words, within the 100 characters of its id. */
const SEARCH_LENGTH = 50;

function topicsWithFacts(knowledge: Knowledge): readonly Topic[] {
  const filled = new Set([...knowledge.facts.values()].map(({ topic }) => topic));
  return topicsOf(knowledge).filter(({ id }) => filled.has(id));
}

function factsFor(typed: string, topic: string | undefined, { knowledge, search }: Context): readonly Fact[] {
  const found = typed === '' ? [...knowledge.facts.values()] : search.facts(typed);
  return topic === undefined ? found : found.filter((fact) => fact.topic === topic);
}

export const fact = defineCommand({
  name: 'fact',
  description: 'Search or leaf through the facts, each with its source',
  options: {
    search: { type: 'text', description: 'Words to look for, such as "prisoners"', maxLength: SEARCH_LENGTH },
    topic: {
      type: 'text',
      description: 'Only facts of this topic',
      maxLength: 100,
      suggest: (typed, { knowledge }) => titleChoices(topicsWithFacts(knowledge), typed),
    },
    page: { type: 'integer', description: 'The page to show', min: 1 },
  },
  run: ({ search = '', topic: asked, page: number = 1 }, context) => {
    const { knowledge } = context;
    const topics = topicsOf(knowledge);
    const topic = asked === undefined ? undefined : byTitle(topics, asked);
    if (asked !== undefined && !topic) {
      return privateLine(
        `There is no topic “${quoteUserText(cut(asked, 60))}”. There are: ${topics.map(({ title }) => title).join(', ')}.`,
      );
    }
    const typed = search.trim();
    const shown = quoteUserText(typed);
    const facts = factsFor(typed, topic?.id, context);
    if (facts.length === 0) {
      if (typed === '')
        return privateLine(`No fact is filed under “${topic?.title}”. Try \`/topics\`, or \`/fact\` with words.`);
      const where = topic ? ` under “${topic.title}”` : '';
      return privateLine(
        `No fact${where} bears on “${shown}”. Try other words, \`/fact\` with a topic alone, or \`/topics\`.`,
      );
    }
    const kept = cut(words(typed).join(' '), SEARCH_LENGTH).replace('…', '');
    const page = pageOf(facts, A_PAGE, number, {
      command: 'fact',
      options: { ...(kept ? { search: kept } : {}), ...(topic ? { topic: topic.id } : {}) },
    });
    const about = typed === '' ? '' : ` on “${shown}”`;
    return reply({
      title: topic ? `Facts: ${topic.title}` : 'Facts',
      text: `${count(facts.length, 'fact')}${about}\n${factLines(page.items, knowledge)}`,
      citations: citationsOf(page.items, knowledge),
      footer: pageNote(page) + asOf(latestArticle(knowledge)),
      buttons: page.buttons,
    });
  },
});
