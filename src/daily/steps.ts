/**
 * The steps after a post, one row each. They are written in the transaction that settles the post, so that a crash
 * loses no step, and no step repeats a post. Discord itself does each step only once for a message.
 */
import type { Selectable } from 'kysely';
import type { Reason } from '../answer/daily.ts';
import { LEASE_MS } from '../posting/retry.ts';
import type { Store } from '../store/open.ts';
import type { Database, Step } from '../store/schema.ts';
import { DAY_MS } from '../text/dates.ts';
import { storedReason } from './reason.ts';

export type PlannedStep = Selectable<Database['daily_step']>;

/** A longer wait was written by a fast clock, and does not count. */
const LONGEST_WAIT_MS = DAY_MS;

interface Wanting {
  readonly guild_id: string;
  readonly next_date: string;
  readonly publish: number;
  readonly thread: number;
}

/** Plans the steps that a server wants after its post, due from now on. */
export async function planSteps(
  store: Store,
  { guild_id, next_date, ...wanted }: Wanting,
  { message, channel }: { readonly message: string; readonly channel: string },
  now: number,
): Promise<void> {
  const steps = (['publish', 'thread'] as const).filter((step) => wanted[step] === 1);
  if (steps.length === 0) return;
  const post = { guild_id, local_date: next_date, channel_id: channel, message_id: message, due_at: now };
  const free = { state: 'due', owner: '', lease_until: 0, attempts: 0 } as const;
  await store
    .insertInto('daily_step')
    .values(steps.map((step) => ({ ...post, ...free, step })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Steps that are due and not held by another process, the longest due first. */
export function dueSteps(store: Store, now: number, most: number): Promise<readonly PlannedStep[]> {
  return store
    .selectFrom('daily_step')
    .selectAll()
    .where('state', '=', 'due')
    .where(({ or, eb }) => or([eb('lease_until', '<=', now), eb('lease_until', '>', now + LONGEST_WAIT_MS)]))
    .orderBy('due_at')
    .limit(most)
    .execute();
}

const ofStep = (store: Store, { guild_id, local_date, step }: PlannedStep) =>
  store
    .updateTable('daily_step')
    .where('guild_id', '=', guild_id)
    .where('local_date', '=', local_date)
    .where('step', '=', step)
    .where('state', '=', 'due');

/** Takes a step; false if another process has. */
export async function takeUpStep(store: Store, planned: PlannedStep, owner: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await ofStep(store, planned)
    .set({ owner, lease_until: now + LEASE_MS, attempts: planned.attempts + 1 })
    .where('lease_until', '=', planned.lease_until)
    .where('attempts', '=', planned.attempts)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Records that a step is done. */
export async function finishStep(store: Store, planned: PlannedStep): Promise<void> {
  await ofStep(store, planned).set({ state: 'done', reason: null }).execute();
}

/** Gives a step up for good. */
export async function refuseStep(store: Store, planned: PlannedStep, reason: Reason): Promise<void> {
  await ofStep(store, planned)
    .set({ state: 'refused', reason: storedReason(reason) })
    .execute();
}

/** Postpones a step. */
export async function postponeStep(store: Store, planned: PlannedStep, at: number, reason: Reason): Promise<void> {
  await ofStep(store, planned)
    .set({ lease_until: at, reason: storedReason(reason) })
    .execute();
}

/** The steps after a server's latest post that were refused or keep failing. */
export async function troubledSteps(
  store: Store,
  guild: string,
): Promise<readonly { readonly step: Step; readonly date: string; readonly reason: string }[]> {
  const rows = await store
    .selectFrom('daily_step')
    .select(['step', 'local_date', 'reason'])
    .where('guild_id', '=', guild)
    .where('state', '!=', 'done')
    .where('local_date', '=', ({ selectFrom }) =>
      selectFrom('daily_step')
        .select(({ fn }) => fn.max('local_date').as('latest'))
        .where('guild_id', '=', guild),
    )
    .orderBy('step')
    .execute();
  return rows.flatMap(({ step, local_date: date, reason }) => (reason === null ? [] : [{ step, date, reason }]));
}
