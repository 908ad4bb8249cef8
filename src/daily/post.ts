/**
 * One post, from claim to settlement. A crash
 * - before the claim leaves nothing behind: the next process claims it;
 * - after the claim leaves `claimed`: nothing went out, and another process takes over when the lease ends;
 * - after `sending` was recorded, before or after Discord had it, leaves `sending`: the process that takes over
 *   looks in the channel first, and sends only if it is not there;
 * - after the settlement leaves nothing undone, because the next date is written in the same transaction.
 * A process that keeps running sends the same nonce again while it is valid, and Discord makes only one message.
 */
import type { Reason } from '../answer/daily.ts';
import type { Sent } from '../posting/channel.ts';
import { nonceOf } from '../posting/nonce.ts';
import { backoffMs } from '../posting/retry.ts';
import { languageOfServer } from '../store/server-language.ts';
import { HOUR_MS } from '../text/dates.ts';
import { askedBefore } from './asked.ts';
import { type Claim, claim, markSending, postpone, type Setting } from './claims.ts';
import { dailyPost, toldIn } from './content.ts';
import type { PostingContext } from './context.ts';
import { dateAfter, end, isLate, isSeenAbsent, type UnclearClaim } from './outcome.ts';
import { planFor } from './plan.ts';
import { readReason } from './reason.ts';
import { preferencesOf } from './settings.ts';
import { type Ending, moveOn, noteRefusal } from './settlement.ts';
import { standingOf } from './standing.ts';

/**
 * A server that refuses for three days is not tried again until somebody sets its schedule again. An hour less, because
 * the clocks may have gone forward meanwhile.
 */
const PATIENCE_MS = (3 * 24 - 1) * HOUR_MS;

/** A refused post is tried again within its window, because somebody may have fixed the cause. */
const REFUSED_WAIT_MS = HOUR_MS;

/** Whether an earlier attempt may have posted and only the channel can tell. */
function mustLook(held: Claim, nonce: string, context: PostingContext): held is UnclearClaim {
  const { unclear, setting } = held;
  if (unclear === null) return false;
  // Discord treats two messages with the same nonce as one only in the same channel.
  return isLate(held, context) || unclear.channel !== setting.channel_id || !context.nonces.hold(nonce);
}

/** A refusal ends a date's post, and pauses all posts if it has lasted for days. */
function failed({ next_at, failing_since }: Setting, reason: Reason): Ending {
  return { state: 'failed', reason, pause: failing_since !== null && next_at - failing_since >= PATIENCE_MS };
}

/** The ending of a post that is too late: failed if it was refused within its window, else missed. */
function tooLate({ setting }: Claim, { catchUpMs, now }: PostingContext): Ending {
  const { next_at, last_failure, last_failure_at } = setting;
  const isOfThis = last_failure_at !== null && last_failure_at >= next_at && last_failure_at <= now();
  if (last_failure !== null && isOfThis) return failed(setting, readReason(last_failure));
  return { state: 'missed', reason: { key: 'daily.reason.missed', values: { hours: catchUpMs / HOUR_MS } } };
}

async function conclude(held: Claim, began: number, sent: Sent, context: PostingContext): Promise<void> {
  const { store, channel, forgetServer, now, random, catchUpMs } = context;
  const { guild_id, channel_id, next_at } = held.setting;
  const wait = backoffMs(held.attempts, random);
  const unclearSince = held.unclear?.since ?? null;
  const windowEnd = next_at + catchUpMs;
  switch (sent.kind) {
    case 'sent':
      return end(held, { state: 'sent', message: sent.message, channel: channel_id }, context);
    case 'refused': {
      if (await channel.hasLeft(guild_id)) {
        // This attempt certainly did not post, so its record need not outlive the server.
        await postpone(store, held, now(), unclearSince, sent.reason);
        return forgetServer(guild_id);
      }
      const again = now() + REFUSED_WAIT_MS;
      if (again > windowEnd) return end(held, failed(held.setting, sent.reason), context);
      await noteRefusal(store, held.setting, sent.reason, now());
      return postpone(store, held, again, unclearSince, sent.reason);
    }
    case 'limited': {
      // Any wait is fine: once the window has passed, the post is missed and the next one is due.
      const again = Math.min(now() + Math.max(wait, sent.waitMs), windowEnd + 1);
      return postpone(store, held, again, unclearSince, { key: 'daily.reason.wait' });
    }
    case 'unclear':
      return postpone(store, held, now() + wait, unclearSince ?? began, sent.reason);
  }
}

/** Makes a setting's due post, unless another process does or has, or there is nothing to post that day. */
export async function deliverPost(setting: Setting, context: PostingContext): Promise<void> {
  const { store, channel, owner, nonces, now } = context;
  const { guild_id, next_date, channel_id, role_id } = setting;
  const knowledge = context.knowledge();
  const preferences = preferencesOf(setting);
  const plan = planFor(
    next_date,
    preferences,
    await standingOf(store, guild_id, next_date, preferences, knowledge),
    knowledge,
  );
  if (plan === null) return moveOn(store, setting, dateAfter(setting, context));
  const claimed = await claim(store, setting, owner, now());
  if (claimed === null) return;
  if (claimed === 'done') return moveOn(store, setting, dateAfter(setting, context));
  const nonce = nonceOf(guild_id, next_date);
  const looks = mustLook(claimed, nonce, context);
  if (looks && !(await isSeenAbsent(claimed, context))) return;
  const held = looks ? { ...claimed, unclear: null } : claimed;
  if (isLate(held, context)) return end(held, tooLate(held, context), context);
  const told = toldIn(await languageOfServer(store, { id: guild_id }, knowledge), knowledge);
  const asked = await askedBefore(store, told.knowledge, guild_id, next_date);
  const began = now();
  if (!(await markSending(store, held, plan, began))) return;
  if (held.unclear === null) nonces.begin(nonce);
  const sent = await channel.send(channel_id, dailyPost(next_date, plan, told, asked), nonce, role_id);
  await conclude(held, began, sent, context);
}
