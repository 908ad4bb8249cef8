/** After an answer: counts it, and adds the two feedback buttons. */
import type { AfterAnswer } from '../answer/handler.ts';
import { NEAREST } from '../answer/insights.ts';
import { createRateLimit } from '../answer/rate-limit.ts';
import type { Button, Reply } from '../answer/reply.ts';
import { encodeTrace } from '../answer/trace.ts';
import { messagesIn } from '../messages/messages.ts';
import { dayOf } from '../text/dates.ts';
import type { Keys } from './keys.ts';
import { type Asked, redactedText } from './record.ts';

/**
 * How long a signed interaction can be replayed, given the largest difference of clocks; a double press of a button is
 * faster.
 */
const REPEATED_MS = 10 * 60 * 1000;

/** How many characters of a question fit in a button. */
const CARRIED = 70;

/** The button that reports a question without an answer to the curators; a question that is too long is cut. */
function tellButton(asked: string, { language }: Reply): Button {
  const words = asked.trim().replace(/\s+/g, ' ');
  const label = messagesIn(language).say('insights.afterAnswer.tell');
  if (words.length > CARRIED) return { label, action: { command: 'tell shortly', options: {} } };
  return { label, action: { command: 'tell', options: { words } } };
}

/**
 * `onAsked` is called for each question, only once if it is replayed or its button is pressed again.
 * @param elapsed milliseconds by a monotonic clock */
export function createAfterAnswer(keys: Keys, onAsked: (asked: Asked) => void, elapsed: () => number): AfterAnswer {
  const isFirst = createRateLimit({ times: 1, windowMs: REPEATED_MS }, elapsed);
  return (reply, { asker, origin }, now) => {
    const { outcome } = reply;
    if (!outcome || outcome.isSmallTalk) return reply;
    const { status, entry, words, suggestions } = outcome;
    const kept = words === null ? null : redactedText(words, keys);
    const item = entry ?? kept?.key ?? '';
    if (origin === undefined || isFirst(keys.request(origin, asker.user, item))) {
      onAsked({ guild: asker.guild?.id, user: asker.user, status, entry, text: kept });
    }
    if (entry === null) return kept === null ? reply : { ...reply, feedback: [tellButton(words ?? '', reply)] };
    const [day, text] = [dayOf(now), kept?.hash ?? null];
    const answer = encodeTrace({
      entry,
      near: suggestions.slice(0, NEAREST).map((suggestion) => suggestion.entry),
      text,
      day,
      mark: keys.mark(asker.user, day, entry, text),
    });
    const button = (label: string, command: string): Button => ({ label, action: { command, options: { answer } } });
    const { say } = messagesIn(reply.language);
    const feedback = [
      button(say('insights.afterAnswer.helpful'), 'helpful'),
      button(say('insights.afterAnswer.notAsked'), 'not what i asked'),
    ];
    return { ...reply, feedback };
  };
}
