import { datesNow } from '../text/dates.ts';
import { truncateWal } from './erase.ts';
import type { Store } from './open.ts';

/** The tables whose rows are deleted with a server, after its posts; in the order in which all code writes to them. */
const OF_A_SERVER = [
  ...(['daily_step', 'daily_shown', 'daily_setting', 'server_language', 'server_article', 'greeting'] as const),
  ...(['vote', 'misfit', 'announced', 'asked'] as const),
] as const;

/** States in which the post of a date may have gone out. */
const MAY_STAND = ['sent', 'unknown', 'sending'];

/**
 * Deletes a server's daily posts, but keeps the dates that are still current somewhere: a server that invites the bot
 * again on the same date gets no second post.
 */
async function forgetPosts(store: Store, guild_id: string, now: number): Promise<void> {
  const rows = await store
    .deleteFrom('daily_post')
    .where('guild_id', '=', guild_id)
    .returning(['local_date', 'state'])
    .execute();
  const { earliest, latest } = datesNow(now);
  const kept = rows
    .filter(({ local_date, state }) => MAY_STAND.includes(state) && local_date >= earliest && local_date <= latest)
    .map(({ local_date }) => ({
      ...{ guild_id, local_date, due_at: Date.parse(local_date) },
      ...{ state: 'unknown' as const, owner: '', lease_until: 0, attempts: 0 },
    }));
  if (kept.length > 0) await store.insertInto('daily_post').values(kept).execute();
}

/**
 * Deletes all data about a server, as when it has removed the bot, and texts that were asked in no other server; the
 * date of today's post stays until `forgetPastDates`.
 */
export async function forgetServer(store: Store, guild: string, now: number): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const texts = await transaction
      .selectFrom('asked')
      .select('item as text_key')
      .where('guild_id', '=', guild)
      .where('status', '=', 'no_match')
      .union(transaction.selectFrom('misfit').select('text_key').where('guild_id', '=', guild))
      .orderBy('text_key')
      .execute();
    await forgetPosts(transaction, guild, now);
    for (const table of OF_A_SERVER) await transaction.deleteFrom(table).where('guild_id', '=', guild).execute();
    for (const { text_key } of texts) await deleteLooseTexts(transaction).where('text_key', '=', text_key).execute();
  });
  await truncateWal(store);
}

/** Deletes the posts of servers without a schedule, once their date is over everywhere. */
export async function forgetPastDates(store: Store, now: number): Promise<void> {
  const { earliest, latest } = datesNow(now);
  await store
    .deleteFrom('daily_post')
    .where(({ or, eb }) => or([eb('local_date', '<', earliest), eb('local_date', '>', latest)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('daily_setting').select('time').whereRef('daily_setting.guild_id', '=', 'daily_post.guild_id'),
        ),
      ),
    )
    .execute();
}

/** A statement that deletes the texts without any counts; the caller may narrow it. */
export function deleteLooseTexts(store: Store) {
  return store
    .deleteFrom('question_text')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('asked').select('item').whereRef('item', '=', 'question_text.text_key'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('misfit').select('day').whereRef('misfit.text_key', '=', 'question_text.text_key'))),
    );
}
