/** Schedules that a clock which ran ahead has moved on too far, brought back once it is set right. */
import type { Due } from '../answer/daily.ts';
import type { Store } from '../store/open.ts';
import { HOUR_MS } from '../text/dates.ts';
import type { PostingContext } from './context.ts';
import { moveOn, type Setting } from './ledger.ts';
import { firstFree } from './settings.ts';

/** From a post to the next one passes a day, or an hour more where the clocks go back. */
const LONGEST_DAY_MS = 25 * HOUR_MS;
/** The clocks of two machines may differ by so much. */
const CLOCKS_MS = 60_000;
/** So many are planned anew between the posts of two seconds. */
const AT_ONCE = 500;

/** Given up, and surely not posted. */
const givenUp = ['missed', 'failed'] as const;

/** Settings whose next post is further off than any can be, that were paused in the future, or missed a post before its time. */
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

/** The first date of a setting that is not done with, or is still caught up with; none from before it was set. */
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
    // Set to a later hour than that of a post just made, the next one is further off than a day as it should be.
    if (due.at === setting.next_at && pause.paused_at === setting.paused_at) return;
    await moveOn(transaction, setting, due, pause);
  });
}

/** Plans anew what a clock that ran ahead has planned. */
export async function replanAll(context: PostingContext): Promise<void> {
  const now = context.now();
  for (const setting of await misplanned(context.store, now)) await replan(setting, now, context);
}
