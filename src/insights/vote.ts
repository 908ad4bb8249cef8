/** Stores people's votes on answers. */
import type { Trace, Vote } from '../answer/insights.ts';
import type { Store } from '../store/open.ts';
import { dayOf } from '../text/dates.ts';
import type { Keys } from './keys.ts';
import { daysOf, NO_GUILD, noteText } from './record.ts';

/** The value if no entry was meant. */
const NOTHING = '';

/** Who votes, and where. */
export interface Voter {
  /** Undefined outside servers. */
  readonly guild: string | undefined;
  readonly user: string;
}

interface Misfit {
  readonly guild_id: string;
  readonly day: string;
  readonly text_key: string;
  readonly meant: string;
}

const key = ({ guild_id, day, text_key, meant }: Misfit) => [guild_id, day, text_key, meant].join(' ');

/** Adjusts how often a text was voted a misfit, in a fixed order, to avoid deadlocks. */
async function countMisfits(store: Store, changes: readonly (Misfit & { readonly times: 1 | -1 })[]): Promise<void> {
  for (const { times, ...misfit } of changes.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))) {
    if (times === 1) {
      await store
        .insertInto('misfit')
        .values({ ...misfit, times })
        .onConflict((conflict) =>
          conflict
            .columns(['guild_id', 'day', 'text_key', 'meant'])
            .doUpdateSet(({ ref, eb }) => ({ times: eb(ref('misfit.times'), '+', 1) })),
        )
        .execute();
    } else {
      await store
        .updateTable('misfit')
        .set(({ ref, eb }) => ({ times: eb(ref('times'), '-', 1) }))
        .where((eb) => eb.and(misfit))
        .execute();
      await store
        .deleteFrom('misfit')
        .where((eb) => eb.and(misfit))
        .where('times', '<=', 0)
        .execute();
    }
  }
}

/**
 * Stores a person's vote on an answer, replacing any earlier one within `days`, even from another month. If the asker
 * votes that it was not what they asked, the question's hash is recorded, so that its words are stored once another
 * person asks it.
 */
export async function vote(
  store: Store,
  keys: Keys,
  days: number,
  { guild = NO_GUILD, user }: Voter,
  about: Trace,
  said: Vote,
  now: number,
): Promise<void> {
  const { entry } = about;
  const text = about.text === null ? null : keys.stored(about.text);
  const { fingerprint } = keys;
  const answer = { guild_id: guild, answer: keys.answer(entry, text) };
  const day = dayOf(now);
  const takeBack = (transaction: Store) =>
    transaction
      .deleteFrom('vote')
      .where((eb) => eb.and(answer))
      .where('voter', 'in', keys.voter.over(user, days, now))
      .returning(['day', 'helpful', 'meant'])
      .execute();
  await store.transaction().execute(async (transaction) => {
    const before = await takeBack(transaction);
    const stated = said.helpful ? null : said.meant;
    const meant = stated === undefined ? (before.find(({ helpful }) => helpful === 0)?.meant ?? null) : stated;
    const row = {
      ...answer,
      voter: keys.voter.at(user, now),
      entry,
      day,
      helpful: said.helpful ? 1 : 0,
      meant,
      fingerprint,
    };
    const put = () =>
      transaction
        .insertInto('vote')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
    // Somebody pressed twice at once: the other press came in between, and is undone too.
    while ((await put()).numInsertedOrUpdatedRows === 0n) before.push(...(await takeBack(transaction)));
    if (text === null) return;
    const misfit = { guild_id: guild, text_key: text };
    await countMisfits(transaction, [
      ...before
        .filter(({ helpful }) => helpful === 0)
        .map((old) => ({ ...misfit, day: old.day, meant: old.meant ?? NOTHING, times: -1 as const })),
      ...(said.helpful ? [] : [{ ...misfit, day, meant: meant ?? NOTHING, times: 1 as const }]),
    ]);
    const isAsker = about.mark === keys.mark(user, about.day, entry, about.text);
    const over = daysOf(now, days);
    if (!said.helpful && isAsker && about.day > over.gone) {
      await noteText(transaction, keys, { key: text, user, now }, over);
    }
  });
}
