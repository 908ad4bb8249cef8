/** What the daily post needs of Discord, in words of its own. */
import type { Reason } from '../answer/daily.ts';
import type { Reply } from '../answer/reply.ts';

export type Sent =
  | { readonly kind: 'sent'; readonly message: string }
  /** Refused for a reason that waiting does not change, such as a missing permission or a server that we have left. */
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** Surely not posted; not before so many milliseconds again. */
  | { readonly kind: 'limited'; readonly waitMs: number }
  /** Posted or not: the answer was lost, or spoke of trouble at Discord. */
  | { readonly kind: 'unclear'; readonly reason: Reason };

export type Seen =
  | { readonly kind: 'found'; readonly message: string }
  | { readonly kind: 'absent' }
  /** What stands in the channel cannot be known. */
  | { readonly kind: 'hidden'; readonly reason: Reason }
  /** Not known now, perhaps later. */
  | { readonly kind: 'unclear'; readonly reason: Reason };

/** How a step after a post went. */
export type Followed = Exclude<Sent, { readonly kind: 'sent' }> | { readonly kind: 'done' };

export interface Channel {
  /**
   * Posts, and pings a role if there is one; two posts of one `nonce` within `NONCE_MS` are one. Never rejects, and is
   * done within half a lease.
   */
  readonly send: (channel: string, post: Reply, nonce: string, role?: string | null) => Promise<Sent>;
  /** Our own post whose title ends so, since a moment, in a channel. Never rejects, and is done within half a lease. */
  readonly look: (channel: string, endings: readonly string[], since: number) => Promise<Seen>;
  /** Publishes a message to the followers of its channel; `done` if it is already. Never rejects. */
  readonly publish: (channel: string, message: string) => Promise<Followed>;
  /** Opens a thread under a message; `done` if there is one already. Never rejects. */
  readonly openThread: (channel: string, message: string, name: string) => Promise<Followed>;
  /** Whether it is certain that we are not in that server any more. Never rejects. */
  readonly hasLeft: (guild: string) => Promise<boolean>;
}

/** For so long Discord takes a message of the same nonce for the same one; it says "a few minutes". */
export const NONCE_MS = 2 * 60 * 1000;
