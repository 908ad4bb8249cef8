/** What follows an answer: it is counted, and gets its two buttons. */
import type { Request } from '../answer/dispatch.ts';
import type { Button, Reply } from '../answer/reply.ts';
import { encodeTrace } from '../answer/trace.ts';
import type { Store } from '../store/open.ts';
import type { Keys } from './keys.ts';
import { keptText, recordAsked } from './record.ts';

export interface Parts {
  readonly store: Store;
  readonly keys: Keys;
  /** For so long anything is kept. */
  readonly days: number;
  /** Takes over the writing, so that no answer waits for it. */
  readonly track: (work: Promise<void>) => void;
}

/** A reply as it goes out, once what it was asked has begun to be written down; one that answers no question stays. */
export type AfterAnswer = (reply: Reply, request: Request, now: number) => Reply;

/** The same three as the reply offers. */
const NEAREST = 3;

export function createAfterAnswer({ store, keys, days, track }: Parts): AfterAnswer {
  return (reply, { asker }, now) => {
    const { outcome } = reply;
    if (!outcome) return reply;
    const { status, entry, words, suggestions } = outcome;
    const guild = asker.guild?.id;
    track(recordAsked(store, keys, days, { guild, user: asker.user, status, entry, words }, now));
    if (entry === null) return reply;
    const answer = encodeTrace({
      entry,
      near: suggestions.slice(0, NEAREST).map((suggestion) => suggestion.entry),
      text: words === null ? null : (keptText(words, keys)?.key ?? null),
      asker: keys.person(asker.user, now),
    });
    const button = (label: string, command: string): Button => ({ label, action: { command, options: { answer } } });
    return { ...reply, voices: [button('Helpful', 'helpful'), button('Not what I asked', 'not what i asked')] };
  };
}
