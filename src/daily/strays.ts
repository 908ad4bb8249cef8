/**
 * Posts under way that are not the next post of any schedule: the schedule was set again after their first attempt, or
 * a fast clock began them too early. Each is looked for in its channel, and then made at its time or settled.
 */

import { isFree, type Setting, takeUp, underWay, withdraw } from './claims.ts';
import type { PostingContext } from './context.ts';
import { PER_SECOND } from './due.ts';
import { end, isSeenAbsent, type UnclearClaim } from './outcome.ts';

/** Settings as of the time when the stray post is due. */
async function strays({ store, owner, now }: PostingContext): Promise<readonly Setting[]> {
  const rows = await store
    .selectFrom('daily_post')
    .innerJoin('daily_setting', 'daily_setting.guild_id', 'daily_post.guild_id')
    .selectAll('daily_setting')
    .select(['local_date', 'due_at'])
    .where('state', 'in', underWay)
    .where(isFree(owner, now()))
    .where(({ or, and, eb, ref }) =>
      or([
        eb('local_date', '!=', ref('next_date')),
        and([eb('next_at', '>', now()), eb('sending_since', 'is not', null)]),
      ]),
    )
    .limit(PER_SECOND)
    .execute();
  return rows.map(({ local_date, due_at, ...setting }) =>
    local_date === setting.next_date ? setting : { ...setting, next_date: local_date, next_at: due_at },
  );
}

async function resolve(setting: Setting, context: PostingContext): Promise<void> {
  const { store, owner, now } = context;
  const held = await takeUp(store, setting, owner, now());
  if (held === null) return;
  if (held.unclear !== null && !(await isSeenAbsent(held as UnclearClaim, context))) return;
  if (now() < setting.next_at) return withdraw(store, held, now());
  return end(held, { state: 'missed', reason: { key: 'daily.reason.setAnew' } }, context);
}

/** Settles stray posts. One that fails is logged and does not stop the others. */
export async function resolveStrays(context: PostingContext): Promise<void> {
  await Promise.all(
    (await strays(context)).map(async (setting) => {
      try {
        await resolve(setting, context);
      } catch (err) {
        const { guild_id: guild, next_date: date } = setting;
        context.log.error({ err, guild, date }, 'an interrupted daily post could not be settled; trying again');
      }
    }),
  );
}
