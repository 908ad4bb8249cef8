import { createLog } from '../../src/config/log.ts';
import type { PostingContext } from '../../src/daily/context.ts';
import { createNonces } from '../../src/daily/nonce.ts';
import { serial } from './knowledge.ts';

/** One for all, as a process is made at every step of some tests. */
const silent = createLog('silent');

/** A process that makes daily posts at the times of a test; its clock is also the one that nobody sets, if not given. */
export function posting(
  given: Pick<PostingContext, 'store' | 'channel' | 'now'> & Partial<PostingContext>,
): PostingContext {
  return {
    knowledge: () => serial,
    owner: 'only',
    nonces: createNonces(given.now),
    catchUpMs: 6 * 60 * 60 * 1000,
    random: () => 0.5,
    onSettled: () => {},
    log: silent,
    ...given,
  };
}
