import { createLog } from '../../src/config/log.ts';
import type { PostingContext } from '../../src/daily/context.ts';
import { createNonces } from '../../src/posting/nonce.ts';
import { forgetServer } from '../../src/store/forget.ts';
import { serial } from './knowledge.ts';

/** Shared, because some tests make a process at every step. */
const silent = createLog('silent');

/** A process that makes daily posts at the test's times; by default its wall clock is also the monotonic one. */
export function posting(
  given: Pick<PostingContext, 'store' | 'channel' | 'now'> & Partial<PostingContext>,
): PostingContext {
  return {
    knowledge: () => serial,
    owner: 'only',
    nonces: createNonces(given.now),
    catchUpMs: 6 * 60 * 60 * 1000,
    random: () => 0.5,
    forgetServer: (guild) => forgetServer(given.store, guild, given.now()),
    onSettled: () => {},
    log: silent,
    ...given,
  };
}
