/** Takes the steps after posts: publishes them, and opens their threads. */
import { type Reason, reasonIn } from '../answer/daily.ts';
import { BASE_LANGUAGE, messagesIn } from '../messages/messages.ts';
import type { Followed } from '../posting/channel.ts';
import { backoffMs } from '../posting/retry.ts';
import { languageOfServer } from '../store/server-language.ts';
import { headlineOf, toldIn } from './content.ts';
import type { PostingContext } from './context.ts';
import { PER_SECOND } from './due.ts';
import { itemsShown } from './shown.ts';
import { dueSteps, finishStep, type PlannedStep, postponeStep, refuseStep, takeUpStep } from './steps.ts';

/** The name of a post's thread: the post's headline, in the server's language. */
async function threadName({ guild_id, local_date }: PlannedStep, { store, ...context }: PostingContext) {
  const knowledge = context.knowledge();
  const told = toldIn(await languageOfServer(store, { id: guild_id }, knowledge), knowledge);
  const themes = knowledge.articles.flatMap(({ series }) => series);
  const items = await itemsShown(store, guild_id, local_date);
  return headlineOf(themes.find(({ id }) => items.includes(id)) ?? null, items, told);
}

async function take(planned: PlannedStep, context: PostingContext): Promise<Followed> {
  const { channel } = context;
  const { channel_id, message_id } = planned;
  if (planned.step === 'publish') return channel.publish(channel_id, message_id);
  return channel.openThread(channel_id, message_id, await threadName(planned, context));
}

async function giveUp(planned: PlannedStep, reason: Reason, { store, log }: PostingContext): Promise<void> {
  const { guild_id: guild, local_date: date, step } = planned;
  await refuseStep(store, planned, reason);
  const said = reasonIn(messagesIn(BASE_LANGUAGE), reason);
  log.warn(
    { guild, date, step, reason: said },
    'publishing a daily post or opening its thread was given up; the post stays',
  );
}

async function conclude(planned: PlannedStep, followed: Followed, context: PostingContext): Promise<void> {
  const { store, now, random, catchUpMs, log } = context;
  const { guild_id: guild, local_date: date, step } = planned;
  if (followed.kind === 'done') {
    await finishStep(store, planned);
    return log.info({ guild, date, step }, 'a daily post was published, or its thread opened');
  }
  if (followed.kind === 'refused') return giveUp(planned, followed.reason, context);
  const reason: Reason = followed.kind === 'limited' ? { key: 'daily.reason.wait' } : followed.reason;
  if (now() > planned.due_at + catchUpMs) return giveUp(planned, reason, context);
  const wait = Math.max(backoffMs(planned.attempts, random), followed.kind === 'limited' ? followed.waitMs : 0);
  await postponeStep(store, planned, Math.min(now() + wait, planned.due_at + catchUpMs + 1), reason);
}

/**
 * Takes the steps that are due and not held by another process. A step that fails is logged and tried again, and does
 * not stop the others.
 */
export async function takeSteps(context: PostingContext): Promise<void> {
  const { store, owner, now, log } = context;
  await Promise.all(
    (await dueSteps(store, now(), PER_SECOND)).map(async (planned) => {
      try {
        if (!(await takeUpStep(store, planned, owner, now()))) return;
        await conclude(planned, await take(planned, context), context);
      } catch (err) {
        const { guild_id: guild, local_date: date, step } = planned;
        log.error({ err, guild, date, step }, 'publishing a daily post or opening its thread failed; trying again');
      }
    }),
  );
}
