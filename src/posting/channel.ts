/** What the daily post needs from Discord, as an interface of its own. */
import type { Reason } from '../answer/daily.ts';
import type { Reply } from '../answer/reply.ts';

export type Sent =
  | { readonly kind: 'sent'; readonly message: string }
  /**
   * Refused for a reason that waiting does not change, such as a missing permission or a server that the bot has left.
   */
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** Certainly not posted; may be tried again after `waitMs`. */
  | { readonly kind: 'limited'; readonly waitMs: number }
  /** Possibly posted: the response was lost, or reported an error at Discord. */
  | { readonly kind: 'unclear'; readonly reason: Reason };

export type Seen =
  | { readonly kind: 'found'; readonly message: string }
  | { readonly kind: 'absent' }
  /** The channel cannot be read. */
  | { readonly kind: 'hidden'; readonly reason: Reason }
  /** Not known now; perhaps later. */
  | { readonly kind: 'unclear'; readonly reason: Reason };

/** The outcome of a step after a post. */
export type Followed = Exclude<Sent, { readonly kind: 'sent' }> | { readonly kind: 'done' };

export interface Channel {
  /**
   * Posts, and pings a role if there is one; two posts with the same `nonce` within `NONCE_MS` become one. Never
   * rejects, and finishes within half a lease.
   */
  readonly send: (channel: string, post: Reply, nonce: string, role?: string | null) => Promise<Sent>;
  /**
   * Looks in a channel for the bot's own post whose title has one of the endings, made at `since` or later. Never
   * rejects, and finishes within half a lease.
   */
  readonly look: (channel: string, endings: readonly string[], since: number) => Promise<Seen>;
  /** Publishes a message to the followers of its channel; `done` if it already is. Never rejects. */
  readonly publish: (channel: string, message: string) => Promise<Followed>;
  /** Opens a thread under a message; `done` if there is one already. Never rejects. */
  readonly openThread: (channel: string, message: string, name: string) => Promise<Followed>;
  /** Whether the bot has certainly left a server. Never rejects. */
  readonly hasLeft: (guild: string) => Promise<boolean>;
}

/** How long Discord treats messages with the same nonce as one; it documents "a few minutes". */
export const NONCE_MS = 2 * 60 * 1000;
