/** Schedules that a clock which ran ahead has moved on too far, brought back once it is set right. */
import type { Store } from '../store/open.ts';
import { HOUR_MS } from '../text/dates.ts';
import { moveOn, PER_SECOND, type Setting } from './ledger.ts';
import { firstFree } from './settings.ts';

/** From a post to the next one passes a day, or an hour more where the clocks go back. */
const LONGEST_DAY_MS = 25 * HOUR_MS;
/** The clocks of two machines may differ by so much. */
const CLOCKS_MS = 60_000;

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
    .limit(PER_SECOND)
    .execute();
}

async function replan(store: Store, setting: Setting, now: number): Promise<void> {
  await store
    .deleteFrom('daily_post')
    .where('guild_id', '=', setting.guild_id)
    .where('due_at', '>', now)
    .where('state', 'in', givenUp)
    .execute();
  const { guild_id: guild, channel_id: channel, time, time_zone: zone, paused_at, failing_since } = setting;
  const due = await firstFree(store, { guild, channel, time, zone }, now);
  const past = (at: number | null) => (at !== null && at > now ? null : at);
  await moveOn(store, setting, due, { paused_at: past(paused_at), failing_since: past(failing_since) });
}

/** Plans anew what a clock that ran ahead has planned. */
export async function replanAll(store: Store, now: number): Promise<void> {
  for (const setting of await misplanned(store, now)) await replan(store, setting, now);
}
