/** Channels kept in memory, which hold messages of one nonce for one within a time, as Discord does. */
import type { Reply } from '../../src/answer/reply.ts';
import { type Channel, type Followed, NONCE_MS, type Seen, type Sent } from '../../src/daily/channel.ts';

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
  /** Of a thread. */
  readonly name?: string;
}

export interface FakeChannel extends Channel {
  readonly posted: Posted[];
  /** What took effect, once a message as Discord has it. */
  readonly taken: Taken[];
}

export interface Behaviour {
  /** Said in place of posting; null posts. */
  readonly instead?: () => Sent | null;
  /** Said after posting, in place of the message's id. */
  readonly after?: () => Sent | null;
  /** Said in place of what stands in the channel. */
  readonly seen?: () => Seen | null;
  /** Said in place of a step after a post; null takes it. */
  readonly follows?: (step: Taken['step']) => Followed | null;
  /** Said after it was taken. */
  readonly followed?: () => Followed | null;
  /** The server has removed the bot. */
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
    // Discord refuses the second with an error of its own, which counts as done.
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
