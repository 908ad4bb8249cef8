/** What servers have set, in the store. */
import type { Due, Schedule } from '../answer/daily.ts';
import type { Store } from '../store/open.ts';
import { DAY_MS } from '../text/dates.ts';
import { localDate, nextDue } from './calendar.ts';
import type { Setting } from './ledger.ts';

/** Whether the post of a date is done with, or may have gone out. */
async function isTaken(store: Store, guild: string, date: string): Promise<boolean> {
  const row = await store
    .selectFrom('daily_post')
    .select(['state', 'sending_since'])
    .where('guild_id', '=', guild)
    .where('local_date', '=', date)
    .executeTakeFirst();
  return row !== undefined && (row.state !== 'claimed' || row.sending_since !== null);
}

/** Keeps a schedule in place of the one before; gives its first date, which is one that has had no post. */
export async function saveSchedule(store: Store, { guild, channel, time, zone }: Schedule, now: number): Promise<Due> {
  let due = nextDue(localDate(now - DAY_MS, zone), now, time, zone);
  while (await isTaken(store, guild, due.date)) due = nextDue(due.date, now, time, zone);
  const values = {
    channel_id: channel,
    time,
    time_zone: zone,
    next_date: due.date,
    next_at: due.at,
    set_at: now,
    paused_at: null,
    failing_since: null,
  };
  await store
    .insertInto('daily_setting')
    .values({ guild_id: guild, ...values })
    .onConflict((conflict) => conflict.column('guild_id').doUpdateSet(values))
    .execute();
  return due;
}

/** A server's setting, where it has one. */
export function findSetting(store: Store, guild: string): Promise<Setting | undefined> {
  return store.selectFrom('daily_setting').selectAll().where('guild_id', '=', guild).executeTakeFirst();
}

/** Ends a server's daily post; the ledger stays, so that setting it anew makes no second post of a day. */
export async function endSchedule(store: Store, guild: string): Promise<boolean> {
  const { numDeletedRows } = await store.deleteFrom('daily_setting').where('guild_id', '=', guild).executeTakeFirst();
  return numDeletedRows === 1n;
}
