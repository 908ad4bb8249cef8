/**
 * The ledger of daily posts, once a post ends: how it ended, and when the next one is due. Each function is one
 * statement or one transaction.
 */
import type { UpdateObject } from 'kysely';
import type { Due, Reason } from '../answer/daily.ts';
import { unnoteAnnounced } from '../insights/answered.ts';
import type { Store } from '../store/open.ts';
import type { Database } from '../store/schema.ts';
import { DAY_MS } from '../text/dates.ts';
import { type Claim, type Setting, writeClaimed } from './claims.ts';
import { storedReason } from './reason.ts';
import { noteShown } from './shown.ts';
import { planSteps } from './steps.ts';

/** How long the ledger remembers a post. */
const REMEMBERED_MS = 30 * DAY_MS;

export type Ending =
  | { readonly state: 'sent'; readonly message: string; readonly channel: string }
  | { readonly state: 'failed'; readonly reason: Reason; readonly pause: boolean }
  | { readonly state: 'missed' | 'unknown'; readonly reason: Reason };

type SettingUpdate = UpdateObject<Database, 'daily_setting'>;

/** What `/daily show` tells about the last posts; it applies even if the schedule has been set again since. */
function shown(ending: Ending, now: number): SettingUpdate {
  if (ending.state !== 'sent') return { last_failure: storedReason(ending.reason), last_failure_at: now };
  return { last_delivery_at: now, last_message_id: ending.message, last_channel_id: ending.channel };
}

/** What a refusal or a delivery means for later posts. */
function consequence(setting: Setting, ending: Ending, now: number): SettingUpdate {
  if (ending.state === 'sent') return { failing_since: null };
  if (ending.state !== 'failed') return {};
  return { failing_since: setting.failing_since ?? setting.next_at, ...(ending.pause && { paused_at: now }) };
}

/** Records a refusal of a post that will be tried again, so that `/daily show` can tell. */
export async function noteRefusal(store: Store, setting: Setting, reason: Reason, now: number): Promise<void> {
  await store
    .updateTable('daily_setting')
    .set({
      last_failure: storedReason(reason),
      last_failure_at: now,
      failing_since: setting.failing_since ?? setting.next_at,
    })
    .where('guild_id', '=', setting.guild_id)
    .where('set_at', '=', setting.set_at)
    .execute();
}

/** Moves a setting past a settled date; does nothing if the schedule has been set again meanwhile. */
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
 * Records how a post ended and when the next one is due, in one transaction; false if another process has taken over
 * and will settle it.
 */
export async function settle(store: Store, held: Claim, ending: Ending, next: Due, now: number): Promise<boolean> {
  const { setting } = held;
  return store.transaction().execute(async (transaction) => {
    const values =
      ending.state === 'sent'
        ? { state: ending.state, message_id: ending.message, channel_id: ending.channel }
        : { state: ending.state, reason: storedReason(ending.reason) };
    if (!(await writeClaimed(transaction, held, values))) return false;
    // A post that may be in the channel counts as shown, so that nothing appears twice.
    if (ending.state === 'sent' || ending.state === 'unknown') await noteShown(transaction, setting);
    else await unnoteAnnounced(transaction, setting.guild_id, setting.next_date);
    if (ending.state === 'sent') await planSteps(transaction, setting, ending, now);
    await transaction
      .updateTable('daily_setting')
      .set(shown(ending, now))
      .where('guild_id', '=', setting.guild_id)
      .execute();
    await moveOn(transaction, setting, next, consequence(setting, ending, now));
    for (const table of ['daily_post', 'daily_step'] as const) {
      await transaction
        .deleteFrom(table)
        .where('guild_id', '=', setting.guild_id)
        .where('due_at', '<', now - REMEMBERED_MS)
        .execute();
    }
    return true;
  });
}
