import { createLog } from '../../src/config/log.ts';
import type { PostingContext } from '../../src/daily/context.ts';
import { createNonces } from '../../src/daily/nonce.ts';
import { small } from './knowledge.ts';
import { english } from './messages.ts';

/** A process that makes daily posts at the times of a test; its clock is also the one that nobody sets, if not given. */
export function posting(
  given: Pick<PostingContext, 'store' | 'channel' | 'now'> & Partial<PostingContext>,
): PostingContext {
  return {
    knowledge: () => small,
    messages: english,
    owner: 'only',
    nonces: createNonces(given.now),
    catchUpMs: 6 * 60 * 60 * 1000,
    random: () => 0.5,
    onSettled: () => {},
    log: createLog('silent'),
    ...given,
  };
}
