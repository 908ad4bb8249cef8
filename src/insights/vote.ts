/** Writes down what people say of answers. */
import type { Trace, Vote } from '../answer/insights.ts';
import type { Store } from '../store/open.ts';
import { dayOf } from './day.ts';
import type { Keys } from './keys.ts';
import { NO_GUILD, noteText } from './record.ts';

const NO_TEXT = '';

/** Who says it, and where. */
export interface Voter {
  /** Undefined outside servers. */
  readonly guild: string | undefined;
  readonly user: string;
}

/**
 * Keeps a person's vote on an answer in place of the one before, also of an earlier month within `days`. Where the
 * answer did not fit the words, the words are noted, to be kept once another person asks them.
 */
export async function vote(
  store: Store,
  keys: Keys,
  days: number,
  { guild = NO_GUILD, user }: Voter,
  about: Trace,
  vote: Vote,
  now: number,
): Promise<void> {
  const answer = { guild_id: guild, entry: about.entry, text_key: about.text ?? NO_TEXT };
  const day = dayOf(now);
  await store.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('vote')
      .where((eb) => eb.and(answer))
      .where('voter', 'in', keys.personOver(user, days, now))
      .execute();
    await transaction
      .insertInto('vote')
      .values({
        ...answer,
        voter: keys.person(user, now),
        day,
        helpful: vote.helpful ? 1 : 0,
        meant: vote.helpful ? null : vote.meant,
      })
      .onConflict((conflict) =>
        conflict.columns(['guild_id', 'voter', 'entry', 'text_key']).doUpdateSet(({ ref }) => ({
          day: ref('excluded.day'),
          helpful: ref('excluded.helpful'),
          meant: ref('excluded.meant'),
        })),
      )
      .execute();
    if (!vote.helpful && about.text !== null) await noteText(transaction, about.text, about.asker, day);
  });
}
