import { defineCommand } from '../src/answer/command.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { asOf, citationsOf, factLines, latestArticle } from '../src/answer/sources.ts';
import { cut, quoteUserText } from '../src/text/quote.ts';

const SHOWN = 6;
const SHOWN_BACK = 200;

export const checkMessage = defineCommand({
  name: 'Check against the article',
  description: 'The facts that bear on a message, for you alone: right-click it, Apps',
  kind: 'message command',
  options: { message: { type: 'text', description: "The message's text", required: true, maxLength: 6000 } },
  run: ({ message }, { knowledge, search }) => {
    const facts = search.facts(message).slice(0, SHOWN);
    if (facts.length === 0) {
      return privateLine('Nothing in the article bears on that message. `/topics` shows what it does speak of.');
    }
    return reply({
      private: true,
      title: 'What the article says on this',
      text: `> ${quoteUserText(cut(message.trim(), SHOWN_BACK))}\n${factLines(facts, knowledge)}`,
      citations: citationsOf(facts, knowledge),
      footer: `Whether the message is right is for you to judge · ${asOf(latestArticle(knowledge))}`,
    });
  },
});
