/** The outcome of a claimed post: it ends, waits, or turns out not to have been made yet. */
import { type Reason, reasonIn } from '../answer/daily.ts';
import { BASE_LANGUAGE, messagesIn } from '../messages/messages.ts';
import { backoffMs } from '../posting/retry.ts';
import { DAY_MS } from '../text/dates.ts';
import { nextDue } from './calendar.ts';
import { type Claim, postpone, type Setting, type Unclear } from './claims.ts';
import { titleEndings } from './content.ts';
import type { PostingContext } from './context.ts';
import { type Ending, settle } from './settlement.ts';

export const isLate = ({ setting }: Claim, { catchUpMs, now }: PostingContext) => now() > setting.next_at + catchUpMs;

/** The next due date after a setting's current one. */
export function dateAfter({ next_date, time, time_zone }: Setting, { catchUpMs, now }: PostingContext) {
  return nextDue(next_date, now() - catchUpMs, time, time_zone);
}

/** Settles a post, unless another process has taken it over. */
export async function end(held: Claim, ending: Ending, context: PostingContext): Promise<void> {
  const { log, store, now, onSettled } = context;
  const about = { guild: held.setting.guild_id, date: held.setting.next_date };
  if (!(await settle(store, held, ending, dateAfter(held.setting, context), now()))) return;
  onSettled(ending.state);
  if (ending.state === 'sent') log.info(about, 'daily post made');
  else {
    const reason = reasonIn(messagesIn(BASE_LANGUAGE), ending.reason);
    log.warn({ ...about, ...ending, reason }, 'daily post not made');
  }
}

/** A claim for which an earlier attempt may have posted. */
export type UnclearClaim = Claim & { readonly unclear: Unclear };

/**
 * Looks in the channel whether an earlier attempt posted. True if it did not; else the post has ended, or waits. The
 * search starts from the post's date, not from the attempt's recorded time: the clock that recorded it may have been
 * wrong.
 */
export async function isSeenAbsent(held: UnclearClaim, context: PostingContext): Promise<boolean> {
  const { channel, store, now, random } = context;
  const { next_date } = held.setting;
  const since = Math.min(Date.parse(next_date), now()) - DAY_MS;
  const seen = await channel.look(held.unclear.channel, titleEndings(next_date), since);
  if (seen.kind === 'absent') return true;
  if (seen.kind === 'found') {
    await end(held, { state: 'sent', message: seen.message, channel: held.unclear.channel }, context);
  } else if (seen.kind === 'hidden' || isLate(held, context)) {
    const reason: Reason = { key: 'daily.reason.unseen', values: { reason: seen.reason } };
    await end(held, { state: 'unknown', reason }, context);
  } else {
    await postpone(store, held, now() + backoffMs(held.attempts, random), held.unclear.since, seen.reason);
  }
  return false;
}
