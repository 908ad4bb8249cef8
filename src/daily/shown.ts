/** What a server's posts have shown, in the store, so that a series continues where it stopped. */
import type { Store } from '../store/open.ts';

/** Item → the local date on which it was last shown. */
export type Shown = ReadonlyMap<string, string>;

/** What a server has been shown. */
export async function shownTo(store: Store, guild: string): Promise<Shown> {
  const rows = await store
    .selectFrom('daily_shown')
    .select(['item', 'local_date'])
    .where('guild_id', '=', guild)
    .execute();
  return new Map(rows.map(({ item, local_date }) => [item, local_date]));
}

/** Records what a date's post has shown. */
export async function noteShown(
  store: Store,
  { guild_id, next_date: local_date }: { readonly guild_id: string; readonly next_date: string },
): Promise<void> {
  const post = await store
    .selectFrom('daily_post')
    .select('shows')
    .where('guild_id', '=', guild_id)
    .where('local_date', '=', local_date)
    .executeTakeFirst();
  const items: readonly string[] = JSON.parse(post?.shows ?? '[]');
  if (items.length === 0) return;
  await store
    .insertInto('daily_shown')
    .values(items.map((item) => ({ guild_id, item, local_date })))
    .onConflict((conflict) => conflict.columns(['guild_id', 'item']).doUpdateSet({ local_date }))
    .execute();
}

/** What a date's post has shown. */
export async function itemsShown(store: Store, guild: string, date: string): Promise<readonly string[]> {
  const shown = await shownTo(store, guild);
  return [...shown].filter(([, on]) => on === date).map(([item]) => item);
}
