/** Which daily posts are due, and which of them may be made now. */
import { sql } from 'kysely';
import type { Store } from '../store/open.ts';
import { isFree, type Setting, underWay } from './claims.ts';

/**
 * How many posts all processes together make a second: well below Discord's 50 requests, so that answers are never
 * delayed.
 */
export const PER_SECOND = 20;
const SECOND_MS = 1000;

/**
 * Settings whose post is due and not held by another process, the longest due first; as many as may go out now. One
 * statement in a fixed order: processes that look at the same time count the same posts towards the limit.
 */
export function dueSettings(store: Store, owner: string, now: number): Promise<readonly Setting[]> {
  const left = store
    .selectFrom('daily_post')
    .select(sql`case when count(*) < ${PER_SECOND} then ${PER_SECOND} - count(*) else 0 end`.as('left'))
    .where('begun_at', '>', now - SECOND_MS)
    .where('begun_at', '<', now + SECOND_MS);
  return store
    .selectFrom('daily_setting')
    .leftJoin('daily_post', (join) =>
      join
        .onRef('daily_post.guild_id', '=', 'daily_setting.guild_id')
        .onRef('daily_post.local_date', '=', 'daily_setting.next_date'),
    )
    .selectAll('daily_setting')
    .where('next_at', '<=', now)
    .where('paused_at', 'is', null)
    .where(({ or, eb }) => or([eb('state', 'is', null), eb('state', 'not in', underWay), isFree(owner, now)]))
    .orderBy('next_at')
    .orderBy('daily_setting.guild_id')
    .limit(sql<number>`(${left})`)
    .execute();
}

/** How many posts are due and not made, over all processes. */
export async function countDue(store: Store, now: number, signal: AbortSignal): Promise<number> {
  const { due } = await store
    .selectFrom('daily_setting')
    .select(({ fn }) => fn.countAll<number>().as('due'))
    .where('next_at', '<=', now)
    .where('paused_at', 'is', null)
    .executeTakeFirstOrThrow({ signal });
  return due;
}
