/**
 * The ledger of greetings: each is recorded when the bot is invited, and made once. Each function is one statement, so
 * that only one of any number of processes succeeds.
 */
import type { Selectable } from 'kysely';
import { LEASE_MS } from '../posting/retry.ts';
import type { Store } from '../store/open.ts';
import type { Database } from '../store/schema.ts';
import { DAY_MS } from '../text/dates.ts';

export type Greeting = Selectable<Database['greeting']>;

/** An invitation as Discord reports it each time that the bot connects. */
export interface Invitation {
  readonly guild: string;
  /** Milliseconds since 1970, by Discord's clock. */
  readonly joinedAt: number;
  /** Where Discord's own messages go; null if the server has no such channel. */
  readonly channel: string | null;
  readonly locale: string;
}

/** A server that invited the bot longer ago is not greeted any more. */
export const GREETED_WITHIN_MS = DAY_MS;
/** Longer than any clock is likely to be wrong. */
const REMEMBERED_MS = 30 * DAY_MS;

const underWay = ['due', 'sending'] as const;

/** Records an invitation to be greeted; false if it is an old one, or already recorded. */
export async function noteInvitation(
  store: Store,
  { guild, joinedAt, channel, locale }: Invitation,
  now: number,
): Promise<boolean> {
  if (channel === null || now - joinedAt > GREETED_WITHIN_MS) return false;
  const fresh = { joined_at: joinedAt, channel_id: channel, locale, state: 'due', owner: '' } as const;
  const { numInsertedOrUpdatedRows } = await store
    .insertInto('greeting')
    .values({ guild_id: guild, ...fresh, lease_until: 0, attempts: 0 })
    .onConflict((conflict) =>
      conflict
        .column('guild_id')
        .doUpdateSet({ ...fresh, lease_until: 0, attempts: 0 })
        .where('greeting.joined_at', '<', joinedAt),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes all greetings under way that no process holds, and holds them for a minute. */
export async function takeUpGreetings(store: Store, owner: string, now: number): Promise<readonly Greeting[]> {
  return (
    store
      .updateTable('greeting')
      .set({ owner, lease_until: now + LEASE_MS })
      .where('state', 'in', underWay)
      // A lease in the far future was written by a fast clock, and does not count.
      .where(({ or, eb }) => or([eb('lease_until', '<=', now), eb('lease_until', '>', now + GREETED_WITHIN_MS)]))
      .returningAll()
      .execute()
  );
}

/** Writes to a held greeting; false if another process has taken over, or the bot has left the server. */
async function write(
  store: Store,
  { guild_id, joined_at, owner, attempts }: Greeting,
  values: Partial<Pick<Greeting, 'state' | 'lease_until' | 'attempts'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await store
    .updateTable('greeting')
    .set(values)
    .where((eb) => eb.and({ guild_id, joined_at, owner, attempts }))
    .where('state', 'in', underWay)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Records that an attempt begins, before anything is sent; null if nothing may be sent. */
export async function markSending(store: Store, held: Greeting, now: number): Promise<Greeting | null> {
  const values = { state: 'sending', attempts: held.attempts + 1, lease_until: now + LEASE_MS } as const;
  return (await write(store, held, values)) ? { ...held, ...values } : null;
}

/** Postpones a greeting; `state` is `due` if certainly nothing was posted. */
export async function postpone(store: Store, held: Greeting, at: number, state: 'due' | 'sending'): Promise<void> {
  await write(store, held, { state, lease_until: at });
}

/** Ends a greeting; false if another process has. */
export function settle(store: Store, held: Greeting, state: 'sent' | 'failed' | 'unknown'): Promise<boolean> {
  return write(store, held, { state });
}

/** Deletes greetings so old that no wrong clock could make them due again. */
export async function forgetOldGreetings(store: Store, now: number): Promise<void> {
  await store
    .deleteFrom('greeting')
    .where('joined_at', '<', now - REMEMBERED_MS)
    .execute();
}
