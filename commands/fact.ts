import { ALL } from '../src/answer/articles.ts';
import { articleWith, byTitle, titleChoices, topicsOf } from '../src/answer/choosing.ts';
import { type Context, defineCommand } from '../src/answer/command.ts';
import { pageNote, pageOf } from '../src/answer/pages.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { citationsOf, factLines, footerOf } from '../src/answer/sources.ts';
import type { Fact, Knowledge, Topic } from '../src/knowledge/knowledge.ts';
import { words } from '../src/text/normalise.ts';
import { cut, quoteBack, quoteUserText } from '../src/text/quote.ts';

const A_PAGE = 5;
/** Short enough for a page button to carry the words within the 100 characters of its id. */
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
  description: 'command.fact.description',
  articles: 'any',
  options: {
    search: {
      type: 'text',
      description: 'command.fact.option.search',
      isSpeech: true,
      maxLength: SEARCH_LENGTH,
      articleOf: (typed) => (typed.trim() === '' ? undefined : ALL),
    },
    topic: {
      type: 'text',
      description: 'command.fact.option.topic',
      maxLength: 100,
      suggest: (typed, { knowledge }) => titleChoices(topicsWithFacts(knowledge), typed),
      articleOf: (typed, { knowledge }) => articleWith((article) => article.topics, typed, knowledge),
    },
    page: { type: 'integer', description: 'command.fact.option.page', min: 1 },
  },
  run: ({ search = '', topic: asked, page: number = 1 }, context) => {
    const { knowledge, messages } = context;
    const { say } = messages;
    const topics = topicsOf(knowledge);
    const topic = asked === undefined ? undefined : byTitle(topics, asked);
    if (asked !== undefined && !topic) {
      return privateLine(messages, 'command.fact.noTopic', {
        typed: quoteBack(asked),
        topics: topics.map(({ title }) => title).join(say('list.separator')),
      });
    }
    const typed = search.trim();
    const shown = quoteUserText(typed);
    const facts = factsFor(typed, topic?.id, context);
    if (facts.length === 0) {
      if (typed === '') return privateLine(messages, 'command.fact.nothingFiled', { topic: topic?.title ?? '' });
      if (!topic) return privateLine(messages, 'command.fact.nothing', { typed: shown });
      return privateLine(messages, 'command.fact.nothingInTopic', { topic: topic.title, typed: shown });
    }
    const kept = cut(words(typed).join(' '), SEARCH_LENGTH).replace('…', '');
    const action = {
      command: 'fact',
      options: { ...(kept ? { search: kept } : {}), ...(topic ? { topic: topic.id } : {}) },
    };
    const page = pageOf(facts, A_PAGE, number, action, messages);
    const count = facts.length;
    const counted =
      typed === '' ? say('command.fact.count', { count }) : say('command.fact.countOn', { count, typed: shown });
    return reply(messages, {
      title: topic ? say('command.fact.titleOfTopic', { topic: topic.title }) : say('command.fact.title'),
      text: `${counted}\n${factLines(page.items, knowledge)}`,
      citations: citationsOf(page.items, context),
      ...footerOf(page.items, context, pageNote(page, messages)),
      buttons: page.buttons,
    });
  },
});
