/** What follows an answer: it is handed on to be counted, and gets its two buttons. */
import type { AfterAnswer } from '../answer/handler.ts';
import { NEAREST } from '../answer/insights.ts';
import { createRateLimit } from '../answer/rate-limit.ts';
import type { Button, Reply } from '../answer/reply.ts';
import { encodeTrace } from '../answer/trace.ts';
import { messagesIn } from '../messages/messages.ts';
import { dayOf } from '../text/dates.ts';
import type { Keys } from './keys.ts';
import { type Asked, redactedText } from './record.ts';

/** So long a signed interaction can be sent again, by the clocks that differ most; a button is pressed twice sooner. */
const REPEATED_MS = 10 * 60 * 1000;

/** A button has room for so many characters of a question. */
const CARRIED = 70;

/** Tells the curators of a question that found nothing; one that is too long for a button is put shortly. */
function tellButton(asked: string, { language }: Reply): Button {
  const words = asked.trim().replace(/\s+/g, ' ');
  const label = messagesIn(language).say('insights.afterAnswer.tell');
  if (words.length > CARRIED) return { label, action: { command: 'tell shortly', options: {} } };
  return { label, action: { command: 'tell', options: { words } } };
}

/**
 * `onAsked` is told of each question, once of one that is sent again or whose button is pressed again.
 * @param elapsed milliseconds by a clock that nobody sets
 */
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
