import type { InsightsService } from '../answer/insights.ts';
import type { PersonRecords, PrivacyService } from '../answer/privacy.ts';
import type { Store } from '../store/open.ts';
import type { Keys } from './keys.ts';
import { deleteRecordsOf, type Hashes, recordsOf } from './person.ts';
import type { Recorder } from './recorder.ts';
import { insightsOf } from './report.ts';
import { tell } from './tell.ts';
import { vote } from './vote.ts';

/**
 * The service for commands to read the records of questions and to add votes; `onError` gets failures that nobody waits
 * for.
 */
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
    // Skia and Chart.js take some 50 MB, which nobody needs before the first chart.
    chart: async (...given) => (await import('./chart.ts')).chart(...given),
  };
}

const NOTHING: PersonRecords = { votes: [], questions: [] };

/**
 * The service for people to see and delete their own records, after `flush` has written the last of them; without keys
 * there are no records of people.
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
