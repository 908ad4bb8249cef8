/**
 * One post, from claim to settlement. A crash
 * - before the claim leaves nothing behind: whoever comes next claims it;
 * - after the claim leaves `claimed`: nothing went out, and another process takes over when the lease ends;
 * - after `sending` was noted, before or after Discord had it, leaves `sending`: who takes over within `NONCE_MS` sends
 *   the same nonce, which Discord makes one message of; who comes later looks in the channel first, and sends only
 *   where it is seen not to be there;
 * - after the settlement leaves nothing undone, as the next date is written in the same transaction.
 */
import { createHash } from 'node:crypto';
import type { Logger } from '../config/log.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { forgetServer } from '../store/forget.ts';
import type { Store } from '../store/open.ts';
import { HOUR_MS } from '../text/dates.ts';
import { askedBefore } from './asked.ts';
import { nextDue } from './calendar.ts';
import { type Channel, NONCE_MS, type Sent } from './channel.ts';
import { dailyPost, dailyTitle } from './content.ts';
import {
  type Claim,
  claim,
  type Ending,
  markSending,
  moveOn,
  noteRefusal,
  postpone,
  type Setting,
  settle,
} from './ledger.ts';

export interface PostingContext {
  readonly store: Store;
  readonly channel: Channel;
  readonly knowledge: () => Knowledge;
  /** This process, by a name that no other has. */
  readonly owner: string;
  /** For so long after its time a post is still made. */
  readonly catchUpMs: number;
  readonly now: () => number;
  /** From 0 up to 1, as Math.random gives it. */
  readonly random: () => number;
  /** Told how each post came out that was settled here. */
  readonly onSettled: (state: Ending['state']) => void;
  readonly log: Logger;
}

const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 15 * 60 * 1000;
/**
 * A server that refuses for three days is not tried again until somebody sets it anew. An hour less, as the clocks may
 * have gone forward meanwhile.
 */
const PATIENCE_MS = (3 * 24 - 1) * HOUR_MS;

/** A refused post is tried again within its window, as somebody may have mended what was in its way. */
const REFUSED_WAIT_MS = HOUR_MS;

/** The same for a server and date, whoever sends; Discord allows 25 characters. */
export function nonceOf(guild: string, date: string): string {
  return createHash('sha256').update(`${guild} ${date}`).digest('base64url').slice(0, 22);
}

/** Twice as long after each attempt, and anywhere in the upper half of it, so that many do not come back as one. */
function waitMs(attempts: number, random: () => number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS) * (0.5 + random() / 2);
}

function next(setting: Setting, { catchUpMs, now }: PostingContext) {
  return nextDue(setting.next_date, now() - catchUpMs, setting.time, setting.time_zone);
}

async function end(held: Claim, ending: Ending, context: PostingContext): Promise<void> {
  const { log, store, now, onSettled } = context;
  const about = { guild: held.setting.guild_id, date: held.setting.next_date };
  if (!(await settle(store, held, ending, next(held.setting, context), now()))) return;
  onSettled(ending.state);
  if (ending.state === 'sent') log.info(about, 'daily post made');
  else log.warn({ ...about, ...ending }, 'daily post not made');
}

const isLate = ({ setting }: Claim, { catchUpMs, now }: PostingContext) => now() > setting.next_at + catchUpMs;

/** Whether an earlier attempt may have posted and only the channel can tell. */
function mustLook(held: Claim, context: PostingContext): held is Claim & { unclearSince: number } {
  return held.unclearSince !== null && (isLate(held, context) || context.now() - held.unclearSince > NONCE_MS);
}

/** The claim to send with, where the channel shows that nothing was posted; null where the post has ended or waits. */
async function lookFirst(held: Claim & { unclearSince: number }, context: PostingContext): Promise<Claim | null> {
  const { channel, store, now, random } = context;
  const { channel_id, next_date } = held.setting;
  const seen = await channel.look(channel_id, dailyTitle(next_date), held.unclearSince);
  if (seen.kind === 'absent') return { ...held, unclearSince: null };
  if (seen.kind === 'found') await end(held, { state: 'sent', message: seen.message }, context);
  else if (seen.kind === 'hidden' || isLate(held, context)) {
    const reason = `Whether the post was made could not be seen, and it was not risked twice: ${seen.reason}`;
    await end(held, { state: 'unknown', reason }, context);
  } else {
    await postpone(store, held, now() + waitMs(held.attempts, random), held.unclearSince, seen.reason);
  }
  return null;
}

/** A refusal as the end of a date's post, and of all of them where it has lasted for days. */
function failed({ next_at, failing_since }: Setting, reason: string): Ending {
  return { state: 'failed', reason, pause: failing_since !== null && next_at - failing_since >= PATIENCE_MS };
}

/** How a post ends that comes too late: refused as it was within its window, else missed. */
function tooLate({ setting }: Claim, { catchUpMs }: PostingContext): Ending {
  const { next_at, last_failure, last_failure_at } = setting;
  if (last_failure !== null && last_failure_at !== null && last_failure_at >= next_at)
    return failed(setting, last_failure);
  return { state: 'missed', reason: `It could not be made within ${catchUpMs / HOUR_MS} hours of its time.` };
}

async function conclude(held: Claim, began: number, sent: Sent, context: PostingContext): Promise<void> {
  const { store, channel, now, random, catchUpMs } = context;
  const { guild_id, next_at } = held.setting;
  const wait = waitMs(held.attempts, random);
  switch (sent.kind) {
    case 'sent':
      return end(held, { state: 'sent', message: sent.message }, context);
    case 'refused': {
      if (await channel.hasLeft(guild_id)) {
        await forgetServer(store, guild_id);
        return context.log.info({ guild: guild_id }, 'a server that has removed the bot is forgotten');
      }
      const again = now() + REFUSED_WAIT_MS;
      if (again > next_at + catchUpMs) return end(held, failed(held.setting, sent.reason), context);
      await noteRefusal(store, held.setting, sent.reason, now());
      return postpone(store, held, again, held.unclearSince, sent.reason);
    }
    case 'limited':
      return postpone(store, held, now() + Math.max(wait, sent.waitMs), held.unclearSince, 'Discord asked to wait');
    case 'unclear':
      return postpone(store, held, now() + wait, held.unclearSince ?? began, sent.reason);
  }
}

/** Makes the post that is due of a setting, unless another process does or has. */
export async function deliverPost(setting: Setting, context: PostingContext): Promise<void> {
  const { store, channel, knowledge, owner, now } = context;
  const claimed = await claim(store, setting, owner, now());
  if (claimed === null) return;
  if (claimed === 'done') return moveOn(store, setting, next(setting, context));
  const held = mustLook(claimed, context) ? await lookFirst(claimed, context) : claimed;
  if (held === null) return;
  if (isLate(held, context)) return end(held, tooLate(held, context), context);
  const { guild_id, next_date, channel_id } = setting;
  const asked = await askedBefore(store, knowledge(), guild_id, next_date);
  const began = now();
  if (!(await markSending(store, held, began))) return;
  const sent = await channel.send(channel_id, dailyPost(next_date, knowledge(), asked), nonceOf(guild_id, next_date));
  await conclude(held, began, sent, context);
}
