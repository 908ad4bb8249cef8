/** Writes down what was asked. */

import type { Store } from '../store/open.ts';
import type { AskedStatus } from '../store/schema.ts';
import { dayOf } from './day.ts';
import type { Keys } from './keys.ts';
import { strikeOut } from './strike-out.ts';

/** A question that was asked, and what it came to. */
export interface Asked {
  /** Undefined outside servers. */
  readonly guild: string | undefined;
  readonly user: string;
  readonly status: AskedStatus;
  readonly entry: string | null;
  /** Its words as typed; null where the entry was chosen. */
  readonly words: string | null;
}

/** The server's column of a row that belongs to none. */
export const NO_GUILD = '';

/** A text as it may be kept, and its key; null where nothing is left to keep. */
export function keptText(words: string, keys: Keys): { readonly text: string; readonly key: string } | null {
  const text = strikeOut(words);
  return text === '' ? null : { text, key: keys.text(text) };
}

async function count(store: Store, guild: string, day: string, status: AskedStatus, item: string): Promise<void> {
  await store
    .insertInto('asked')
    .values({ guild_id: guild, day, status, item, times: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['guild_id', 'day', 'status', 'item'])
        .doUpdateSet(({ ref, eb }) => ({ times: eb(ref('asked.times'), '+', 1) })),
    )
    .execute();
}

/** Notes that one person asked a text, by keyed hashes alone; nothing where it is noted or kept already. */
export async function noteText(store: Store, key: string, asker: string, day: string): Promise<void> {
  await store
    .insertInto('question_text')
    .values({ text_key: key, asker, day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Keeps a noted text where the one who asked it first is somebody else; then nobody stands beside it any more. */
async function keepOfSecond(
  store: Store,
  { text, key }: { readonly text: string; readonly key: string },
  hashes: readonly string[],
  day: string,
): Promise<void> {
  await store
    .updateTable('question_text')
    .set({ text, asker: null })
    .where('text_key', '=', key)
    .where('text', 'is', null)
    .where('asker', 'not in', hashes)
    .execute();
  await store.updateTable('question_text').set({ day }).where('text_key', '=', key).where('day', '<', day).execute();
}

/**
 * Counts a question, and keeps its text where it found nothing, or was said to be misunderstood before, and two
 * different people have asked it.
 * @param days for so long anything is kept, so that a person is known again after the month has turned
 */
export async function recordAsked(store: Store, keys: Keys, days: number, asked: Asked, now: number): Promise<void> {
  const { guild = NO_GUILD, user, status, entry, words } = asked;
  const day = dayOf(now);
  const kept = words === null ? null : keptText(words, keys);
  const item = entry ?? kept?.key;
  if (item !== undefined) await count(store, guild, day, status, item);
  if (!kept) return;
  if (entry === null) await noteText(store, kept.key, keys.person(user, now), day);
  await keepOfSecond(store, kept, keys.personOver(user, days, now), day);
}
