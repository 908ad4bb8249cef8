/** The daily posts while the program runs. */
import { setTimeout as wait } from 'node:timers/promises';
import { dueSettings } from './ledger.ts';
import { deliverPost, type PostingContext } from './post.ts';

const BUSY_MS = 1000;
const IDLE_MS = 5000;

/** Makes what is due and may go out now; gives how many that were. A post that fails is logged and holds up no other. */
export async function tick(context: PostingContext): Promise<number> {
  const { store, now, log } = context;
  const due = await dueSettings(store, now());
  await Promise.all(
    due.map(async (setting) => {
      try {
        await deliverPost(setting, context);
      } catch (err) {
        log.error({ err, guild: setting.guild_id, date: setting.next_date }, 'a daily post failed');
      }
    }),
  );
  return due.length;
}

/** Makes posts as they come due, until `signal` is aborted; ends when what was begun is done. */
export async function runDaily(context: PostingContext, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let made = 0;
    try {
      made = await tick(context);
    } catch (err) {
      context.log.error({ err }, 'the daily posts cannot be looked up; trying again');
    }
    try {
      await wait(made > 0 ? BUSY_MS : IDLE_MS, undefined, { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
