/**
 * The greetings of servers: each is noted when the bot is invited, and made once. Each function is one statement, so
 * that of any number of processes one alone gets through.
 */
import type { Selectable } from 'kysely';
import { LEASE_MS } from '../daily/ledger.ts';
import type { Store } from '../store/open.ts';
import type { Database } from '../store/schema.ts';
import { DAY_MS } from '../text/dates.ts';

export type Greeting = Selectable<Database['greeting']>;

/** An invitation as Discord tells of it, each time that the bot connects. */
export interface Invitation {
  readonly guild: string;
  /** Milliseconds since 1970, by Discord's clock. */
  readonly joinedAt: number;
  /** Where Discord's own messages go; null if the server has no such channel. */
  readonly channel: string | null;
  readonly locale: string;
}

/** A server that invited the bot longer ago knows it by now. */
export const GREETED_WITHIN_MS = DAY_MS;
/** Longer than a clock may be wrong. */
const REMEMBERED_MS = 30 * DAY_MS;

const underWay = ['due', 'sending'] as const;

/** Notes an invitation that is to be greeted; false if it is an old one, or was noted before. */
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

/** Takes up all greetings that are under way and that nobody holds, and holds them for a minute. */
export async function takeUpGreetings(store: Store, owner: string, now: number): Promise<readonly Greeting[]> {
  return (
    store
      .updateTable('greeting')
      .set({ owner, lease_until: now + LEASE_MS })
      .where('state', 'in', underWay)
      // A lease in the far future was written by a clock that ran ahead, and holds nothing.
      .where(({ or, eb }) => or([eb('lease_until', '<=', now), eb('lease_until', '>', now + GREETED_WITHIN_MS)]))
      .returningAll()
      .execute()
  );
}

/** Writes to a greeting that is held; false if the lease has gone to another process, or the server has left. */
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

/** Notes that an attempt begins, before anything goes out; null if nothing may go out. */
export async function markSending(store: Store, held: Greeting, now: number): Promise<Greeting | null> {
  const values = { state: 'sending', attempts: held.attempts + 1, lease_until: now + LEASE_MS } as const;
  return (await write(store, held, values)) ? { ...held, ...values } : null;
}

/** Leaves a greeting until a moment; `state` is `due` if surely nothing was posted. */
export async function postpone(store: Store, held: Greeting, at: number, state: 'due' | 'sending'): Promise<void> {
  await write(store, held, { state, lease_until: at });
}

/** Ends a greeting; false if another process has. */
export function settle(store: Store, held: Greeting, state: 'sent' | 'failed' | 'unknown'): Promise<boolean> {
  return write(store, held, { state });
}

/** Forgets greetings that no clock could make due again. */
export async function forgetOldGreetings(store: Store, now: number): Promise<void> {
  await store
    .deleteFrom('greeting')
    .where('joined_at', '<', now - REMEMBERED_MS)
    .execute();
}
