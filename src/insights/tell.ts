/** A question that somebody reports to the curators: stored at once, without who it was. */
import type { Store } from '../store/open.ts';
import { dayOf } from '../text/dates.ts';
import type { Keys } from './keys.ts';
import { NO_GUILD, redactedText } from './record.ts';

/** Stores a question's redacted words; false if nothing is left of them. */
export async function tell(
  store: Store,
  keys: Keys,
  { guild = NO_GUILD, words }: { readonly guild: string | undefined; readonly words: string },
  now: number,
): Promise<boolean> {
  const kept = redactedText(words, keys);
  if (kept === null) return false;
  const { key: text_key, text } = kept;
  const day = dayOf(now);
  await store.transaction().execute(async (transaction) => {
    // It was already counted when it was asked; newly typed words count once.
    await transaction
      .insertInto('asked')
      .values({ guild_id: guild, day, status: 'no_match', item: text_key, times: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await transaction
      .insertInto('question_text')
      .values({ text_key, text, fingerprint: keys.fingerprint, day })
      .onConflict((conflict) => conflict.column('text_key').doUpdateSet({ text, asker: null, day }))
      .execute();
  });
  return true;
}
