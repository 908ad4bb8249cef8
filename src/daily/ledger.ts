/**
 * The ledger of daily posts: who may make one, and how it ended. Each function is one statement or one transaction, so
 * that of any number of processes one alone gets through.
 */
import { type Selectable, sql, type UpdateObject } from 'kysely';
import type { Due } from '../answer/daily.ts';
import type { Store } from '../store/open.ts';
import type { Database } from '../store/schema.ts';
import { DAY_MS } from '../text/dates.ts';

export type Setting = Selectable<Database['daily_setting']>;

/** A post is left to the process that claimed it for so long, unless that one says when to try again. */
export const LEASE_MS = 60_000;
/** How long the ledger remembers a post. */
const REMEMBERED_MS = 30 * DAY_MS;
/** A second's posts over all processes: well below Discord's 50 requests, so that answers are never held up. */
const PER_SECOND = 20;

const underWay = ['claimed', 'sending'] as const;

/**
 * Settings whose post is due and nobody else's at this moment, the longest due first; as many as may go out now. All in
 * one statement and one order: of processes that look at once, each sees what is left beside the same first posts.
 */
export function dueSettings(store: Store, now: number): Promise<readonly Setting[]> {
  const left = store
    .selectFrom('daily_post')
    .select(sql`case when count(*) < ${PER_SECOND} then ${PER_SECOND} - count(*) else 0 end`.as('left'))
    .where('begun_at', '>', now - 1000);
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
    .where(({ or, eb }) => or([eb('state', 'is', null), eb('state', 'not in', underWay), eb('lease_until', '<=', now)]))
    .orderBy('next_at')
    .orderBy('daily_setting.guild_id')
    .limit(sql<number>`(${left})`)
    .execute();
}

/** How many posts are due and not made, whoever makes them. */
export async function countDue(store: Store, now: number, signal: AbortSignal): Promise<number> {
  const { due } = await store
    .selectFrom('daily_setting')
    .select(({ fn }) => fn.countAll<number>().as('due'))
    .where('next_at', '<=', now)
    .where('paused_at', 'is', null)
    .executeTakeFirstOrThrow({ signal });
  return due;
}

/** The right to make one post until the lease ends. */
export interface Claim {
  readonly setting: Setting;
  readonly owner: string;
  readonly attempts: number;
  /** When the first attempt began of which it is not known whether it posted. */
  readonly unclearSince: number | null;
}

/** Claims the post of a setting's next date: null where another process has it, `done` where it was settled before. */
export async function claim(
  store: Store,
  setting: Setting,
  owner: string,
  now: number,
): Promise<Claim | 'done' | null> {
  const key = { guild_id: setting.guild_id, local_date: setting.next_date };
  const lease = { owner, lease_until: now + LEASE_MS, begun_at: now };
  const made = await store
    .insertInto('daily_post')
    .values({ ...key, ...lease, due_at: setting.next_at, state: 'claimed', attempts: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return { setting, owner, attempts: 0, unclearSince: null };
  const taken = await store
    .updateTable('daily_post')
    .set(lease)
    .where((eb) => eb.and(key))
    .where('state', 'in', underWay)
    .where('lease_until', '<=', now)
    .returning(['attempts', 'sending_since'])
    .executeTakeFirst();
  if (taken) return { setting, owner, attempts: taken.attempts, unclearSince: taken.sending_since };
  const other = await store
    .selectFrom('daily_post')
    .select('state')
    .where((eb) => eb.and(key))
    .where('state', 'not in', underWay)
    .executeTakeFirst();
  return other ? 'done' : null;
}

type PostUpdate = UpdateObject<Database, 'daily_post'>;

/** Writes to a claimed post; false where the lease has gone to another process. */
async function write(store: Store, { setting, owner }: Claim, values: PostUpdate): Promise<boolean> {
  const { numUpdatedRows } = await store
    .updateTable('daily_post')
    .set(values)
    .where('guild_id', '=', setting.guild_id)
    .where('local_date', '=', setting.next_date)
    .where('owner', '=', owner)
    .where('state', 'in', underWay)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Notes that an attempt begins, before anything goes out; false where the lease has gone, and nothing may go out. */
export function markSending(store: Store, held: Claim, now: number): Promise<boolean> {
  return write(store, held, {
    state: 'sending',
    sending_since: held.unclearSince ?? now,
    attempts: held.attempts + 1,
    begun_at: now,
    lease_until: now + LEASE_MS,
  });
}

/** Leaves the post to whoever comes first from `at` on; `unclearSince` is null where it surely was not posted. */
export async function postpone(
  store: Store,
  held: Claim,
  at: number,
  unclearSince: number | null,
  reason: string,
): Promise<void> {
  const state = unclearSince === null ? 'claimed' : 'sending';
  await write(store, held, { state, sending_since: unclearSince, lease_until: at, reason });
}

export type Ending =
  | { readonly state: 'sent'; readonly message: string }
  | { readonly state: 'failed'; readonly reason: string; readonly pause: boolean }
  | { readonly state: 'missed' | 'unknown'; readonly reason: string };

type SettingUpdate = UpdateObject<Database, 'daily_setting'>;

function remembered(setting: Setting, ending: Ending, now: number): SettingUpdate {
  if (ending.state === 'sent') {
    return { last_delivery_at: now, last_message_id: ending.message, failing_since: null };
  }
  const failure = { last_failure: ending.reason, last_failure_at: now };
  if (ending.state !== 'failed') return failure;
  return {
    ...failure,
    failing_since: setting.failing_since ?? setting.next_at,
    ...(ending.pause && { paused_at: now }),
  };
}

/** Notes a refusal that is not the last word on its post, so that `/daily show` can tell. */
export async function noteRefusal(store: Store, setting: Setting, reason: string, now: number): Promise<void> {
  await store
    .updateTable('daily_setting')
    .set({ last_failure: reason, last_failure_at: now, failing_since: setting.failing_since ?? setting.next_at })
    .where('guild_id', '=', setting.guild_id)
    .where('set_at', '=', setting.set_at)
    .execute();
}

/** Moves a setting past a date that is done with; left alone where it was set anew meanwhile. */
export async function moveOn(store: Store, setting: Setting, next: Due, values: SettingUpdate = {}): Promise<void> {
  await store
    .updateTable('daily_setting')
    .set({ ...values, next_date: next.date, next_at: next.at })
    .where('guild_id', '=', setting.guild_id)
    .where('set_at', '=', setting.set_at)
    .where('next_date', '=', setting.next_date)
    .execute();
}

/**
 * Writes down how a post ended and when the next one is due, both or neither; false where the lease has gone, and the
 * post is another process's to settle.
 */
export async function settle(store: Store, held: Claim, ending: Ending, next: Due, now: number): Promise<boolean> {
  const { setting } = held;
  return store.transaction().execute(async (transaction) => {
    const values =
      ending.state === 'sent'
        ? { state: ending.state, message_id: ending.message }
        : { state: ending.state, reason: ending.reason };
    if (!(await write(transaction, held, values))) return false;
    await moveOn(transaction, setting, next, remembered(setting, ending, now));
    await transaction
      .deleteFrom('daily_post')
      .where('guild_id', '=', setting.guild_id)
      .where('due_at', '<', now - REMEMBERED_MS)
      .execute();
    return true;
  });
}
