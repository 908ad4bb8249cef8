/** Brings back schedules that a fast clock has moved too far ahead, once the clock is right again. */
import type { Due } from '../answer/daily.ts';
import type { Store } from '../store/open.ts';
import { HOUR_MS } from '../text/dates.ts';
import type { Setting } from './claims.ts';
import type { PostingContext } from './context.ts';
import { firstFree } from './settings.ts';
import { moveOn } from './settlement.ts';

/** A day lies between two posts, or an hour more if the clocks go back. */
const LONGEST_DAY_MS = 25 * HOUR_MS;
/** How much the clocks of two machines may differ. */
const CLOCKS_MS = 60_000;
/** How many schedules are corrected at a time. */
const AT_ONCE = 500;

/** Given up, and certainly not posted. */
const givenUp = ['missed', 'failed'] as const;

/**
 * Settings whose next post is impossibly far off, that were paused in the future, or that missed a post before its
 * time.
 */
function misplanned(store: Store, now: number): Promise<readonly Setting[]> {
  const before = store
    .selectFrom('daily_post')
    .select('guild_id')
    .where('due_at', '>', now)
    .where('state', 'in', givenUp);
  return store
    .selectFrom('daily_setting')
    .selectAll()
    .where(({ or, eb }) =>
      or([
        eb('next_at', '>', now + LONGEST_DAY_MS),
        eb('paused_at', '>', now + CLOCKS_MS),
        eb('guild_id', 'in', before),
      ]),
    )
    .orderBy('next_at', 'desc')
    .limit(AT_ONCE)
    .execute();
}

/** A setting's first date that is not settled and may still be posted; never one from before it was set. */
function firstDate(store: Store, setting: Setting, now: number, catchUpMs: number): Promise<Due> {
  const { guild_id: guild, channel_id: channel, time, time_zone: zone, set_at } = setting;
  const from = set_at > now ? now : Math.max(set_at, now - catchUpMs);
  return firstFree(store, { guild, channel, time, zone }, from);
}

async function replan(setting: Setting, now: number, { store, catchUpMs }: PostingContext): Promise<void> {
  const past = (at: number | null) => (at !== null && at > now ? null : at);
  const pause = { paused_at: past(setting.paused_at), failing_since: past(setting.failing_since) };
  await store.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('daily_post')
      .where('guild_id', '=', setting.guild_id)
      .where('due_at', '>', now)
      .where('state', 'in', givenUp)
      .execute();
    const due = await firstDate(transaction, setting, now, catchUpMs);
    // If the schedule was moved to a later hour just after a post, the next one is rightly more than a day off.
    if (due.at === setting.next_at && pause.paused_at === setting.paused_at) return;
    await moveOn(transaction, setting, due, pause);
  });
}

/** Corrects all schedules that were planned by a fast clock. */
export async function replanAll(context: PostingContext): Promise<void> {
  const now = context.now();
  for (const setting of await misplanned(context.store, now)) await replan(setting, now, context);
}
