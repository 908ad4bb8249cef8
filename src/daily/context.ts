/** What making the daily posts needs from the rest of the program. */
import type { Logger } from '../config/log.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Channel } from '../posting/channel.ts';
import type { Nonces } from '../posting/nonce.ts';
import type { Store } from '../store/open.ts';
import type { Ending } from './settlement.ts';

export interface PostingContext {
  readonly store: Store;
  readonly channel: Channel;
  readonly knowledge: () => Knowledge;
  /** The unique name of this process. */
  readonly owner: string;
  /** The nonces that this process has sent recently. */
  readonly nonces: Nonces;
  /** How long after its time a post is still made. */
  readonly catchUpMs: number;
  readonly now: () => number;
  /** From 0 to below 1, like Math.random. */
  readonly random: () => number;
  /** Deletes all that is known of a server that has removed the bot. */
  readonly forgetServer: (guild: string) => Promise<void>;
  /** Called with the outcome of each post that was settled here. */
  readonly onSettled: (state: Ending['state']) => void;
  readonly log: Logger;
}
