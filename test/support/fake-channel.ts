/** Channels in memory, which treat messages with the same nonce as one for some time, as Discord does. */
import type { Reply } from '../../src/answer/reply.ts';
import { type Channel, type Followed, NONCE_MS, type Seen, type Sent } from '../../src/posting/channel.ts';

export interface Posted {
  readonly channel: string;
  readonly title: string;
  readonly nonce: string;
  readonly at: number;
  readonly role: string | null;
}

/** A step that was taken after a post. */
export interface Taken {
  readonly step: 'publish' | 'thread';
  readonly message: string;
  /** The name of a thread. */
  readonly name?: string;
}

export interface FakeChannel extends Channel {
  readonly posted: Posted[];
  /** The steps that took effect, each once for a message, as on Discord. */
  readonly taken: Taken[];
}

export interface Behaviour {
  /** Returned instead of posting; null posts. */
  readonly instead?: () => Sent | null;
  /** Returned after posting, instead of the message's id. */
  readonly after?: () => Sent | null;
  /** Returned instead of what is in the channel. */
  readonly seen?: () => Seen | null;
  /** Returned instead of taking a step after a post; null takes it. */
  readonly follows?: (step: Taken['step']) => Followed | null;
  /** Returned after taking the step. */
  readonly followed?: () => Followed | null;
  /** Whether the server has removed the bot. */
  readonly hasLeft?: boolean;
}

export function fakeChannel(
  now: () => number,
  { instead, after, seen, follows, followed, hasLeft = false }: Behaviour = {},
): FakeChannel {
  const posted: Posted[] = [];
  const taken: Taken[] = [];
  const take = (one: Taken): Followed => {
    const told = follows?.(one.step);
    if (told) return told;
    // Discord refuses a repeated step with a specific error, which counts as done.
    if (!taken.some(({ step, message }) => step === one.step && message === one.message)) taken.push(one);
    return followed?.() ?? { kind: 'done' };
  };
  const idOf = (post: Posted) => String(1000 + posted.indexOf(post));
  return {
    posted,
    taken,
    publish: async (_channel, message) => take({ step: 'publish', message }),
    openThread: async (_channel, message, name) => take({ step: 'thread', message, name }),
    send: async (channel: string, { title = '' }: Reply, nonce: string, role = null) => {
      const refusal = instead?.();
      if (refusal) return refusal;
      const same = posted.find((post) => post.nonce === nonce && now() - post.at <= NONCE_MS);
      const post = same ?? { channel, title, nonce, at: now(), role };
      if (!same) posted.push(post);
      return after?.() ?? { kind: 'sent', message: idOf(post) };
    },
    hasLeft: async () => hasLeft,
    look: async (channel, endings, since) => {
      const told = seen?.();
      if (told) return told;
      const found = posted.find(
        (post) => post.channel === channel && endings.some((ending) => post.title.endsWith(ending)) && post.at >= since,
      );
      return found ? { kind: 'found', message: idOf(found) } : { kind: 'absent' };
    },
  };
}
