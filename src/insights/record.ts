/** Records questions in the store. */
import { sql } from 'kysely';
import type { Store } from '../store/open.ts';
import type { AskedStatus } from '../store/schema.ts';
import { dayOf } from '../text/dates.ts';
import type { Keys } from './keys.ts';
import { redact } from './redact.ts';

/** A question that was asked, and its outcome. */
export interface Asked {
  /** Undefined outside servers. */
  readonly guild: string | undefined;
  readonly user: string;
  readonly status: AskedStatus;
  readonly entry: string | null;
  /** Its redacted words; null if the entry was chosen, or nothing is left of them. */
  readonly text: RedactedText | null;
}

/** A redacted text, with its hash for a button and its key in the tables. */
export interface RedactedText {
  readonly text: string;
  readonly hash: string;
  readonly key: string;
}

type Counted = Asked & { readonly item: string };

/** The value of the server's column outside servers. */
export const NO_GUILD = '';

/** Redacts words as typed; null if nothing is left. */
export function redactedText(words: string, keys: Keys): RedactedText | null {
  const text = redact(words);
  if (text === '') return null;
  const hash = keys.text(text);
  return { text, hash, key: keys.stored(hash) };
}

type Tally = [guild: string, status: AskedStatus, item: string, times: number];

/** How often each was asked, in a fixed order, to avoid deadlocks. */
function talliesOf(asked: readonly Counted[]): readonly Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { guild = NO_GUILD, status, item } of asked) {
    const name = `${guild} ${status} ${item}`;
    const tally = tallies.get(name);
    if (tally) tally[3]++;
    else tallies.set(name, [guild, status, item, 1]);
  }
  return [...tallies].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, tally]) => tally);
}

/**
 * Adds to the counts. The rows are passed as one JSON object, which SQLite and PostgreSQL both read: otherwise each
 * number of rows would need its own statement, which takes longer to build than to run.
 */
async function count(store: Store, day: string, asked: readonly Counted[]): Promise<void> {
  const rows = JSON.stringify({ ...talliesOf(asked) });
  await sql`
    insert into asked (guild_id, day, status, item, times)
    select value ->> 0, ${day}, value ->> 1, value ->> 2, cast(value ->> 3 as integer) from json_each(${rows}) where true
    on conflict (guild_id, day, status, item) do update set times = asked.times + excluded.times
  `.execute(store);
}

/** A day, and the last day whose records have expired. */
export interface Days {
  readonly today: string;
  readonly gone: string;
}

/** The day of `now` and the last expired one, if records are kept for `days` days. */
export function daysOf(now: number, days: number): Days {
  return { today: dayOf(now), gone: dayOf(now, days) };
}

/** Records that one person asked a text, only as keyed hashes; does nothing if the text is already recorded. */
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

/** Which of these texts are already recorded; as JSON for the same reason as the counts. */
async function notedOf(store: Store, keys: readonly string[]): Promise<Set<string>> {
  const asked = JSON.stringify(Object.fromEntries(keys.map((key) => [key, true])));
  const { rows } = await sql<{ text_key: string }>`
    select text_key from question_text where text_key in (select key from json_each(${asked}))
  `.execute(store);
  return new Set(rows.map(({ text_key }) => text_key));
}

/** Stores the words of a text if its first asker was somebody else, and deletes the first asker's hash. */
async function keepOfSecond(
  store: Store,
  { text, key }: RedactedText,
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
  // Only a stored text becomes newer: one person who asks again must not extend the record of their question.
  await store
    .updateTable('question_text')
    .set({ day: today })
    .where('text_key', '=', key)
    .where('text', 'is not', null)
    .where('day', '<', today)
    .execute();
}

/**
 * Counts questions. The text of a question that found nothing, or that was voted misunderstood, is stored once two
 * different people have asked it. One transaction.
 * @param days how long records are kept: over this time a person is recognised across months
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
    // Nearly all answered questions have no recorded text, and need no change.
    const noted = await notedOf(
      transaction,
      worded.map(({ text }) => text.key),
    );
    for (const { entry, text } of worded) if (entry === null) noted.add(text.key);
    for (const { user, entry, text } of worded.toSorted((one, other) => (one.text.key < other.text.key ? -1 : 1))) {
      if (entry === null) await noteText(transaction, keys, { key: text.key, user, now }, over);
      if (noted.has(text.key)) await keepOfSecond(transaction, text, keys.asker.over(user, days, now), over);
    }
  });
}
