import type { Store } from '../store/open.ts';
import { dayOf } from './day.ts';

const TABLES = ['asked', 'misfit', 'question_text', 'vote'] as const;

/** Deletes what is of a day so many days ago or older; all of it for null. Gives how many rows that were. */
export async function expire(store: Store, days: number | null, now: number): Promise<number> {
  let rows = 0;
  for (const table of TABLES) {
    const all = store.deleteFrom(table);
    const old = days === null ? all : all.where('day', '<=', dayOf(now, days));
    rows += Number((await old.executeTakeFirst()).numDeletedRows);
  }
  return rows + (await forgetLooseTexts(store));
}

/** Texts that nothing is counted of any more: they found nothing, or were misunderstood, and that is forgotten. */
async function forgetLooseTexts(store: Store): Promise<number> {
  const { numDeletedRows } = await store
    .deleteFrom('question_text')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('asked').select('item').whereRef('item', '=', 'question_text.text_key'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('misfit').select('day').whereRef('misfit.text_key', '=', 'question_text.text_key'))),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
