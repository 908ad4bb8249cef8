/** What follows an answer: it is handed on to be counted, and gets its two buttons. */
import type { Request } from '../answer/dispatch.ts';
import type { Button, Reply } from '../answer/reply.ts';
import { encodeTrace } from '../answer/trace.ts';
import type { Keys } from './keys.ts';
import { type Asked, keptText } from './record.ts';

/** A reply as it goes out, once what it was asked is handed on; one that answers no question stays. */
export type AfterAnswer = (reply: Reply, request: Request, now: number) => Reply;

/** The same three as the reply offers. */
const NEAREST = 3;

/** `onAsked` is told of each question. */
export function createAfterAnswer(keys: Keys, onAsked: (asked: Asked) => void): AfterAnswer {
  return (reply, { asker }, now) => {
    const { outcome } = reply;
    if (!outcome) return reply;
    const { status, entry, words, suggestions } = outcome;
    const text = words === null ? null : keptText(words, keys);
    onAsked({ guild: asker.guild?.id, user: asker.user, status, entry, text });
    if (entry === null) return reply;
    const answer = encodeTrace({
      entry,
      near: suggestions.slice(0, NEAREST).map((suggestion) => suggestion.entry),
      text: text?.key ?? null,
      asker: keys.person(asker.user, now),
    });
    const button = (label: string, command: string): Button => ({ label, action: { command, options: { answer } } });
    return { ...reply, feedback: [button('Helpful', 'helpful'), button('Not what I asked', 'not what i asked')] };
  };
}
