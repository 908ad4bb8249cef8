/** What making the daily posts needs of the rest of the program. */
import type { Logger } from '../config/log.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Store } from '../store/open.ts';
import type { Channel } from './channel.ts';
import type { Ending } from './ledger.ts';
import type { Nonces } from './nonce.ts';

export interface PostingContext {
  readonly store: Store;
  readonly channel: Channel;
  readonly knowledge: () => Knowledge;
  /** This process, by a name that no other has. */
  readonly owner: string;
  /** What this process has sent lately. */
  readonly nonces: Nonces;
  /** For so long after its time a post is still made. */
  readonly catchUpMs: number;
  readonly now: () => number;
  /** From 0 up to 1, as Math.random gives it. */
  readonly random: () => number;
  /** Told how each post came out that was settled here. */
  readonly onSettled: (state: Ending['state']) => void;
  readonly log: Logger;
}
