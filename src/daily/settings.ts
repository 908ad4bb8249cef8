/** The settings of servers, in the store. */
import type { Due, Preferences, Schedule } from '../answer/daily.ts';
import type { Store } from '../store/open.ts';
import { DAY_MS } from '../text/dates.ts';
import { localDate, nextDue } from './calendar.ts';
import { type Setting, underWay } from './claims.ts';

/** Whether the post of a date is settled. */
async function isSettled(store: Store, guild: string, date: string): Promise<boolean> {
  const row = await store
    .selectFrom('daily_post')
    .select('state')
    .where('guild_id', '=', guild)
    .where('local_date', '=', date)
    .where('state', 'not in', underWay)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The first date of a schedule, from a time on, whose post is not settled. This includes a post that may have gone out:
 * before it is made, it is looked for.
 */
export async function firstFree(store: Store, { guild, time, zone }: Schedule, from: number): Promise<Due> {
  let due = nextDue(localDate(from - DAY_MS, zone), from, time, zone);
  while (await isSettled(store, guild, due.date)) due = nextDue(due.date, from, time, zone);
  return due;
}

/** A server's preferences, from its setting. */
export function preferencesOf({ weekdays, after_series, publish, thread, answered, role_id }: Setting): Preferences {
  const flags = { publish: publish === 1, thread: thread === 1, answered: answered === 1 };
  return { weekdays, after: after_series, ...flags, role: role_id };
}

/** The columns for the given preferences. */
function columnsOf({ weekdays, after, publish, thread, answered, role }: Partial<Preferences>) {
  return {
    ...(weekdays !== undefined && { weekdays }),
    ...(after !== undefined && { after_series: after }),
    ...(publish !== undefined && { publish: Number(publish) }),
    ...(thread !== undefined && { thread: Number(thread) }),
    ...(answered !== undefined && { answered: Number(answered) }),
    ...(role !== undefined && { role_id: role }),
  };
}

/** Changes preferences of a server that has a schedule; its dates stay. */
export async function savePreferences(store: Store, guild: string, preferences: Partial<Preferences>): Promise<void> {
  await store.updateTable('daily_setting').set(columnsOf(preferences)).where('guild_id', '=', guild).execute();
}

/** Replaces a server's schedule; returns its first date. */
export async function saveSchedule(store: Store, schedule: Schedule, now: number): Promise<Due> {
  const { guild, channel, time, zone } = schedule;
  const due = await firstFree(store, schedule, now);
  const values = {
    ...columnsOf(schedule),
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

/** A server's setting, if it has one. */
export function findSetting(store: Store, guild: string): Promise<Setting | undefined> {
  return store.selectFrom('daily_setting').selectAll().where('guild_id', '=', guild).executeTakeFirst();
}

/** A server's post that was tried and is neither made nor given up, if there is one. */
export function findUnderWay(store: Store, guild: string) {
  return store
    .selectFrom('daily_post')
    .select(['local_date', 'attempts', 'sending_since', 'reason'])
    .where('guild_id', '=', guild)
    .where('state', 'in', underWay)
    .where('reason', 'is not', null)
    .orderBy('local_date', 'desc')
    .executeTakeFirst();
}

/** Ends a server's daily posts; the ledger stays, so that setting them again makes no second post on one day. */
export async function endSchedule(store: Store, guild: string): Promise<boolean> {
  const { numDeletedRows } = await store.deleteFrom('daily_setting').where('guild_id', '=', guild).executeTakeFirst();
  return numDeletedRows === 1n;
}
