/**
 * The ledger of daily posts, while a post is under way: who may make it, and what was attempted. Each function is one
 * statement or one transaction, so that only one of any number of processes succeeds.
 */
import { type Expression, expressionBuilder, type Selectable, type SqlBool, type UpdateObject } from 'kysely';
import type { Reason } from '../answer/daily.ts';
import { noteAnnounced, unnoteAnnounced } from '../insights/answered.ts';
import { LEASE_MS } from '../posting/retry.ts';
import type { Store } from '../store/open.ts';
import type { Database } from '../store/schema.ts';
import { DAY_MS } from '../text/dates.ts';
import { itemsOf, type Plan } from './plan.ts';
import { storedReason } from './reason.ts';

export type Setting = Selectable<Database['daily_setting']>;

/** No lease is longer, because a post is caught up on for less than a day. */
const LONGEST_LEASE_MS = DAY_MS + LEASE_MS;

/** States of a post that is neither made nor given up. */
export const underWay = ['claimed', 'sending'] as const;

/**
 * Whether a process may take over a post that is under way. The last holder has priority, because it alone knows
 * whether the nonce is still valid. A lease that starts in the future was written by a clock that ran ahead, and does
 * not count.
 */
export function isFree(owner: string, now: number): Expression<SqlBool> {
  const eb = expressionBuilder<Database, 'daily_post'>();
  return eb.or([
    eb('lease_until', '<=', now),
    eb.and([eb('owner', '=', owner), eb('lease_until', '<=', now + LEASE_MS)]),
    eb('lease_until', '>', now + LONGEST_LEASE_MS),
    eb('begun_at', '>', now + LEASE_MS),
  ]);
}

/** Attempts that may or may not have posted: when the first of them began, and in which channel. */
export interface Unclear {
  readonly since: number;
  readonly channel: string;
}

/** The right to make one post until the lease ends. */
export interface Claim {
  readonly setting: Setting;
  readonly owner: string;
  readonly attempts: number;
  /** Null if certainly nothing was posted. */
  readonly unclear: Unclear | null;
}

const keyOf = ({ guild_id, next_date }: Setting) => ({ guild_id, local_date: next_date });

/** Takes over the post of a setting's next date if it is under way and nobody holds it; else null. */
export async function takeUp(store: Store, setting: Setting, owner: string, now: number): Promise<Claim | null> {
  const row = await store
    .updateTable('daily_post')
    .set({ owner, due_at: setting.next_at, lease_until: now + LEASE_MS, begun_at: now })
    .where((eb) => eb.and(keyOf(setting)))
    .where('state', 'in', underWay)
    .where(isFree(owner, now))
    .returning(['attempts', 'sending_since', 'channel_id'])
    .executeTakeFirst();
  if (!row) return null;
  const { attempts, sending_since: since, channel_id } = row;
  const unclear = since === null ? null : { since, channel: channel_id ?? setting.channel_id };
  return { setting, owner, attempts, unclear };
}

/** Claims the post of a setting's next date: null if another process has it, `done` if it is already settled. */
export async function claim(
  store: Store,
  setting: Setting,
  owner: string,
  now: number,
): Promise<Claim | 'done' | null> {
  const lease = { owner, lease_until: now + LEASE_MS, begun_at: now };
  const made = await store
    .insertInto('daily_post')
    .values({ ...keyOf(setting), ...lease, due_at: setting.next_at, state: 'claimed', attempts: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return { setting, owner, attempts: 0, unclear: null };
  const taken = await takeUp(store, setting, owner, now);
  if (taken) return taken;
  const other = await store
    .selectFrom('daily_post')
    .select('state')
    .where((eb) => eb.and(keyOf(setting)))
    .where('state', 'not in', underWay)
    .executeTakeFirst();
  return other ? 'done' : null;
}

type PostUpdate = UpdateObject<Database, 'daily_post'>;

/** Writes to a claimed post; false if another process has taken over. */
export async function writeClaimed(store: Store, { setting, owner }: Claim, values: PostUpdate): Promise<boolean> {
  const { numUpdatedRows } = await store
    .updateTable('daily_post')
    .set(values)
    .where((eb) => eb.and(keyOf(setting)))
    .where('owner', '=', owner)
    .where('state', 'in', underWay)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Records that an attempt begins and what it shows, before anything is sent; false if another process has taken over,
 * so that nothing may be sent.
 */
export function markSending(store: Store, held: Claim, plan: Plan, now: number): Promise<boolean> {
  const { guild_id, next_date, channel_id } = held.setting;
  return store.transaction().execute(async (transaction) => {
    const isHeld = await writeClaimed(transaction, held, {
      ...{ state: 'sending', sending_since: held.unclear?.since ?? now, channel_id },
      ...{ attempts: held.attempts + 1, begun_at: now, lease_until: now + LEASE_MS },
      shows: JSON.stringify(itemsOf(plan)),
    });
    if (isHeld) await noteAnnounced(transaction, guild_id, next_date, plan.answered);
    return isHeld;
  });
}

/**
 * Postpones the post: this process may retry it from `at` on, another process a lease later.
 * @param unclearSince null if certainly nothing was posted
 */
export async function postpone(
  store: Store,
  held: Claim,
  at: number,
  unclearSince: number | null,
  reason: Reason,
): Promise<void> {
  const state = unclearSince === null ? 'claimed' : 'sending';
  await writeClaimed(store, held, {
    state,
    sending_since: unclearSince,
    lease_until: at + LEASE_MS,
    reason: storedReason(reason),
  });
}

/** Withdraws a claim before the post's time, as if it had never been made, and records that for `/daily show`. */
export async function withdraw(store: Store, { setting, owner }: Claim, now: number): Promise<void> {
  const { guild_id, next_date } = setting;
  const reason = storedReason({ key: 'daily.reason.withdrawn' });
  await store.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('daily_post')
      .where((eb) => eb.and(keyOf(setting)))
      .where('owner', '=', owner)
      .where('state', 'in', underWay)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return;
    await unnoteAnnounced(transaction, guild_id, next_date);
    await transaction
      .updateTable('daily_setting')
      .set({ last_failure: reason, last_failure_at: now })
      .where('guild_id', '=', guild_id)
      .execute();
  });
}
