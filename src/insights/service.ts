import type { InsightsService } from '../answer/insights.ts';
import type { PersonRecords, PrivacyService } from '../answer/privacy.ts';
import type { Store } from '../store/open.ts';
import type { Keys } from './keys.ts';
import { deleteRecordsOf, type Hashes, recordsOf } from './person.ts';
import type { Recorder } from './recorder.ts';
import { insightsOf } from './report.ts';
import { tell } from './tell.ts';
import { vote } from './vote.ts';

/** What commands may read and say of the questions that are kept for so many days; `onError` hears of what nobody waits for. */
export function createInsightsService(
  store: Store,
  keys: Keys,
  days: number,
  recorder: Recorder,
  onError: (error: unknown) => void,
): InsightsService {
  const cast: InsightsService['vote'] = (guild, user, about, said, now) =>
    recorder.enqueue(() => vote(store, keys, days, { guild, user }, about, said, now));
  return {
    keptDays: days,
    vote: cast,
    voteLater: (...given) => void cast(...given).catch(onError),
    tell: async (guild, words, now) => {
      // Else what was asked just now would be counted after it, for a second time.
      await recorder.flush();
      return recorder.enqueue(() => tell(store, keys, { guild, words }, now));
    },
    of: async (guild, lastDays, now) => {
      await recorder.flush();
      return insightsOf(store, guild, lastDays, now);
    },
    // Skia and Chart.js are some 50 MB that nobody needs before the first picture.
    chart: async (counts, messages) => (await import('./chart.ts')).chart(counts, messages),
  };
}

const NOTHING: PersonRecords = { votes: [], questions: [] };

/**
 * What a person may see and delete of what is kept of them, once `flush` has written down the last of it; without keys
 * nothing is kept of anybody.
 */
export function createPrivacyService(
  store: Store,
  keys: Keys | undefined,
  keeping: PrivacyService['keeping'],
  flush: () => Promise<void>,
): PrivacyService {
  if (!keys)
    return { keeping, recordsOf: async () => NOTHING, deleteRecordsOf: async () => ({ votes: 0, questions: 0 }) };
  const hashes = (user: string, now: number): Hashes => ({
    voter: keys.voter.over(user, keeping.days, now),
    asker: keys.asker.over(user, keeping.days, now),
  });
  return {
    keeping,
    recordsOf: async (user, now) => {
      await flush();
      return recordsOf(store, hashes(user, now));
    },
    deleteRecordsOf: async (user, now) => {
      await flush();
      return deleteRecordsOf(store, hashes(user, now));
    },
  };
}
