import { type Context, defineCommand } from '../src/answer/command.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { asOf, citationsOf, factLines, latestArticle } from '../src/answer/sources.ts';
import { cut, quoteUserText } from '../src/text/quote.ts';

const SHOWN = 6;
const SHOWN_BACK = 200;
/** A sentence bears on the article if it comes to one of its questions with this chance; small talk and pizza stay below. */
const LEAST_CONFIDENCE = 0.4;
/** Sentences of one message that are looked at: a bound on the time. */
const MOST_SENTENCES = 30;

/** Those sentences of a message that bear on the article. Words in common alone tell little: "two hours" are everybody's. */
function bearing(message: string, { search }: Pick<Context, 'search'>): readonly string[] {
  const bears = (text: string) => {
    const { parts, confidence } = search.find(text);
    return parts.length > 0 && confidence >= LEAST_CONFIDENCE;
  };
  const sentences = message.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => /\p{L}/u.test(sentence));
  const found = sentences.slice(0, MOST_SENTENCES).filter(bears);
  return found.length === 0 && bears(message) ? [message] : found;
}

export const checkMessage = defineCommand({
  name: 'Check against the article',
  description: 'The facts that bear on a message, for you alone: right-click it, Apps',
  kind: 'message command',
  options: { message: { type: 'text', description: "The message's text", required: true, maxLength: 6000 } },
  run: ({ message }, { knowledge, search }) => {
    if (!/[\p{L}\p{N}]/u.test(message)) {
      return privateLine(
        'That message has no text, so there is nothing to check. I read words, and no pictures or files.',
      );
    }
    const facts = search.facts(bearing(message, { search }).join(' ')).slice(0, SHOWN);
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
