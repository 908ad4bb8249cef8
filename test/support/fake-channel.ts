/** Channels kept in memory, which hold messages of one nonce for one within a time, as Discord does. */
import type { Reply } from '../../src/answer/reply.ts';
import { type Channel, NONCE_MS, type Seen, type Sent } from '../../src/daily/channel.ts';

export interface Posted {
  readonly channel: string;
  readonly title: string;
  readonly nonce: string;
  readonly at: number;
}

export interface FakeChannel extends Channel {
  readonly posted: Posted[];
}

export interface Behaviour {
  /** Said in place of posting; null posts. */
  readonly instead?: () => Sent | null;
  /** Said after posting, in place of the message's id. */
  readonly after?: () => Sent | null;
  /** Said in place of what stands in the channel. */
  readonly seen?: () => Seen | null;
  /** The server has removed the bot. */
  readonly hasLeft?: boolean;
}

export function fakeChannel(now: () => number, { instead, after, seen, hasLeft = false }: Behaviour = {}): FakeChannel {
  const posted: Posted[] = [];
  const idOf = (post: Posted) => String(1000 + posted.indexOf(post));
  return {
    posted,
    send: async (channel: string, { title = '' }: Reply, nonce: string) => {
      const refusal = instead?.();
      if (refusal) return refusal;
      const same = posted.find((post) => post.nonce === nonce && now() - post.at <= NONCE_MS);
      const post = same ?? { channel, title, nonce, at: now() };
      if (!same) posted.push(post);
      return after?.() ?? { kind: 'sent', message: idOf(post) };
    },
    hasLeft: async () => hasLeft,
    look: async (channel, titles, since) => {
      const told = seen?.();
      if (told) return told;
      const found = posted.find((post) => post.channel === channel && titles.includes(post.title) && post.at >= since);
      return found ? { kind: 'found', message: idOf(found) } : { kind: 'absent' };
    },
  };
}
