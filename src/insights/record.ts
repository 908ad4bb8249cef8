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
  /** Its words as they may be kept; null where the entry was chosen, or nothing is left of them. */
  readonly text: KeptText | null;
}

/** A text as it may be kept, with its hash as a button carries it and as the tables' key. */
export interface KeptText {
  readonly text: string;
  readonly hash: string;
  readonly key: string;
}

type Counted = Asked & { readonly item: string };

/** The server's column of a row that belongs to none. */
export const NO_GUILD = '';

/** What may be kept of words as typed; null where nothing is left. */
export function keptText(words: string, keys: Keys): KeptText | null {
  const text = strikeOut(words);
  if (text === '') return null;
  const hash = keys.text(text);
  return { text, hash, key: keys.kept(hash) };
}

/** A statement names so many rows: far fewer than its parameters may be, and enough that one takes the time of all. */
const ROWS_AT_ONCE = 500;

/** Adds to the counts, in an order that is every process's, so that none waits for another in a circle. */
async function count(store: Store, day: string, asked: readonly Counted[]): Promise<void> {
  const rows = Map.groupBy(asked, ({ guild = NO_GUILD, status, item }) => [guild, status, item].join(' '));
  const sorted = [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const values = sorted.map(([, same]) => {
    const [{ guild = NO_GUILD, status, item }] = same as [Counted];
    return { guild_id: guild, day, status, item, times: same.length };
  });
  for (let at = 0; at < values.length; at += ROWS_AT_ONCE) {
    await store
      .insertInto('asked')
      .values(values.slice(at, at + ROWS_AT_ONCE))
      .onConflict((conflict) =>
        conflict
          .columns(['guild_id', 'day', 'status', 'item'])
          .doUpdateSet(({ ref, eb }) => ({ times: eb(ref('asked.times'), '+', ref('excluded.times')) })),
      )
      .execute();
  }
}

/** A day, and the last one of which nothing is kept any more. */
export interface Days {
  readonly today: string;
  readonly gone: string;
}

export function daysOf(now: number, days: number): Days {
  return { today: dayOf(now), gone: dayOf(now, days) };
}

/** Notes that one person asked a text, by keyed hashes alone; nothing where it is noted or kept already. */
export async function noteText(
  store: Store,
  keys: Keys,
  { key, user, now }: { readonly key: string; readonly user: string; readonly now: number },
  { today, gone }: Days,
): Promise<void> {
  const note = { asker: keys.asker.at(user, now), fingerprint: keys.fingerprint, day: today };
  await store
    .insertInto('question_text')
    .values({ text_key: key, ...note })
    .onConflict((conflict) =>
      conflict
        .column('text_key')
        .doUpdateSet(note)
        .where('question_text.text', 'is', null)
        .where('question_text.day', '<=', gone),
    )
    .execute();
}

/** Which of these texts are noted or kept. */
async function notedOf(store: Store, keys: readonly string[]): Promise<Set<string>> {
  const noted = new Set<string>();
  for (let at = 0; at < keys.length; at += ROWS_AT_ONCE) {
    const some = keys.slice(at, at + ROWS_AT_ONCE);
    const rows = await store.selectFrom('question_text').select('text_key').where('text_key', 'in', some).execute();
    for (const { text_key } of rows) noted.add(text_key);
  }
  return noted;
}

/** Keeps a noted text where the one who asked it first is somebody else; then nobody stands beside it any more. */
async function keepOfSecond(
  store: Store,
  { text, key }: KeptText,
  hashes: readonly string[],
  { today, gone }: Days,
): Promise<void> {
  await store
    .updateTable('question_text')
    .set({ text, asker: null })
    .where('text_key', '=', key)
    .where('text', 'is', null)
    .where('asker', 'not in', hashes)
    .where('day', '>', gone)
    .execute();
  // What is noted of one person alone does not grow younger by their asking again.
  await store
    .updateTable('question_text')
    .set({ day: today })
    .where('text_key', '=', key)
    .where('text', 'is not', null)
    .where('day', '<', today)
    .execute();
}

/**
 * Counts questions, and keeps the text of those that found nothing, or were said to be misunderstood before, once two
 * different people have asked them. All of it or nothing.
 * @param days for so long anything is kept, so that a person is known again after the month has turned
 */
export async function recordAsked(
  store: Store,
  keys: Keys,
  days: number,
  asked: readonly Asked[],
  now: number,
): Promise<void> {
  const over = daysOf(now, days);
  const counted = asked.flatMap((one) => {
    const item = one.entry ?? one.text?.key;
    return item === undefined ? [] : { ...one, item };
  });
  const worded = asked.flatMap((one) => (one.text === null ? [] : { ...one, text: one.text }));
  await store.transaction().execute(async (transaction) => {
    await count(transaction, over.today, counted);
    // Nearly all that is answered was never noted, and there is nothing to change about it.
    const noted = await notedOf(transaction, [...new Set(worded.map(({ text }) => text.key))]);
    for (const { entry, text } of worded) if (entry === null) noted.add(text.key);
    for (const { user, entry, text } of worded.toSorted((one, other) => (one.text.key < other.text.key ? -1 : 1))) {
      if (entry === null) await noteText(transaction, keys, { key: text.key, user, now }, over);
      if (noted.has(text.key)) await keepOfSecond(transaction, text, keys.asker.over(user, days, now), over);
    }
  });
}
