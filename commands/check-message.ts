import { type Context, defineCommand } from '../src/answer/command.ts';
import { privateLine, reply } from '../src/answer/reply.ts';
import { citationsOf, factLines, footerOf } from '../src/answer/sources.ts';
import { oneOrSeveral } from '../src/knowledge/of-articles.ts';
import { quoteBack } from '../src/text/quote.ts';

const SHOWN = 6;
const SHOWN_BACK = 200;
/**
 * A sentence relates to the article if it matches one of its questions with this confidence; small talk and pizza stay
 * below.
 */
const LEAST_CONFIDENCE = 0.4;
/** The most sentences of one message to examine, to bound the time. */
const MOST_SENTENCES = 30;

/**
 * The sentences of a message that relate to the article. Shared words alone mean little: anybody may say "two hours".
 */
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
  title: 'command.check.name',
  titleOfSeveral: 'command.check.nameOfSeveral',
  description: 'command.check.description',
  kind: 'message command',
  options: {
    message: {
      type: 'text',
      description: 'command.check.option.message',
      isSpeech: true,
      required: true,
      maxLength: 6000,
    },
  },
  run: ({ message }, context) => {
    const { knowledge, search, messages } = context;
    const articles = oneOrSeveral(knowledge);
    if (!/[\p{L}\p{N}]/u.test(message)) return privateLine(messages, 'command.check.noText');
    const facts = search.facts(bearing(message, { search }).join(' ')).slice(0, SHOWN);
    if (facts.length === 0) return privateLine(messages, 'command.check.nothing', { articles });
    return reply(messages, {
      private: true,
      title: messages.say('command.check.title', { articles }),
      text: `> ${quoteBack(message.trim(), SHOWN_BACK)}\n${factLines(facts, knowledge)}`,
      citations: citationsOf(facts, context),
      ...footerOf(facts, context, messages.say('command.check.judge')),
    });
  },
});
