/** Makes the daily posts while the program runs. */

import { repeat } from '../posting/retry.ts';
import { forgetPastDates } from '../store/forget.ts';
import { HOUR_MS } from '../text/dates.ts';
import type { PostingContext } from './context.ts';
import { dueSettings } from './due.ts';
import { takeSteps } from './follow.ts';
import { deliverPost } from './post.ts';
import { replanAll } from './replan.ts';
import { resolveStrays } from './strays.ts';

const BUSY_MS = 1000;
const IDLE_MS = 5000;

/**
 * Makes the posts that are due and may go out now; returns how many there were. A post that fails is logged and does
 * not stop the others. The steps run one after another, because this process would take its own posts under way for
 * abandoned ones.
 */
export async function tick(context: PostingContext): Promise<number> {
  const { store, owner, now, log } = context;
  await replanAll(context);
  const due = await dueSettings(store, owner, now());
  await Promise.all(
    due.map(async (setting) => {
      try {
        await deliverPost(setting, context);
      } catch (err) {
        log.error({ err, guild: setting.guild_id, date: setting.next_date }, 'a daily post failed');
      }
    }),
  );
  await resolveStrays(context);
  await takeSteps(context);
  return due.length;
}

/** Makes posts as they come due, until `signal` is aborted; resolves when those under way are done. */
export async function runDaily(context: PostingContext, signal: AbortSignal): Promise<void> {
  const { store, now, log } = context;
  const makePosts = async () => {
    try {
      return (await tick(context)) > 0 ? BUSY_MS : IDLE_MS;
    } catch (err) {
      log.error({ err }, 'the daily posts cannot be looked up; trying again');
      return IDLE_MS;
    }
  };
  const forget = async () => {
    try {
      await forgetPastDates(store, now());
    } catch (err) {
      log.warn({ err }, 'the dates of past posts are not forgotten; it is tried again in an hour');
    }
    return HOUR_MS;
  };
  await Promise.all([repeat(makePosts, signal), repeat(forget, signal)]);
}
