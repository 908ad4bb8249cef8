/** Opens the records of questions on the store. */

import type { QuestionRecords } from '../answer/handler.ts';
import type { Keeping } from '../answer/privacy.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../config/log.ts';
import { rewriteFile } from '../store/erase.ts';
import type { Store } from '../store/open.ts';
import { DAY_MS } from '../text/dates.ts';
import { createAfterAnswer } from './after-answer.ts';
import { deleteRecordsOfOtherKeys, expire } from './expire.ts';
import { createKeys, type Keys } from './keys.ts';
import { recordAsked } from './record.ts';
import { createRecorder } from './recorder.ts';
import { createInsightsService, createPrivacyService } from './service.ts';

export interface OpenInsights {
  readonly records: QuestionRecords;
  /** The operator's settings for the records. */
  readonly keeping: Keeping;
  /**
   * Deletes expired records, at once and then daily. Call it once Discord has accepted the token: with a mistyped
   * token, all records would look like another bot's.
   */
  readonly beginDeleting: () => void;
  /** Resolves when all pending writes and deletions are done. */
  readonly settled: () => Promise<void>;
  /** Stops deleting, and resolves when everything is written. */
  readonly stop: () => Promise<void>;
}

type Settings = Pick<Config, 'storesQuestions' | 'keepDays' | 'hashKey' | 'operatorContact' | 'token'>;

function openRecording(keys: Keys, days: number, store: Store, now: () => number, log: Logger, elapsed: () => number) {
  const onFailure = (err: unknown, lost: number) => {
    if (lost > 0) log.error({ err, lost }, 'questions could not be recorded for a minute; they are dropped');
    else log.warn({ err }, 'questions could not be recorded; retrying for a minute');
  };
  const recorder = createRecorder((asked) => recordAsked(store, keys, days, asked, now()), onFailure);
  const onError = (err: unknown) => log.warn({ err }, 'a vote could not be recorded; it is lost');
  return {
    afterAnswer: createAfterAnswer(keys, recorder.add, elapsed),
    insights: createInsightsService(store, keys, days, recorder, onError),
    flush: recorder.flush,
  };
}

/**
 * Opens the records of questions. Nothing is recorded if the operator turned that off, or if there is no secret for the
 * hashes; `beginDeleting` still deletes. `elapsed` is a monotonic clock in milliseconds.
 */
export function openInsights(
  { storesQuestions, keepDays: days, hashKey, operatorContact, token }: Settings,
  store: Store,
  now: () => number,
  log: Logger,
  elapsed = () => performance.now(),
): OpenInsights {
  const secret = hashKey ?? token;
  const keys = storesQuestions && secret !== undefined ? createKeys(secret) : undefined;
  if (storesQuestions && !keys) log.warn('questions are not recorded: neither HASH_KEY nor DISCORD_TOKEN is set');
  const recording = keys && openRecording(keys, days, store, now, log, elapsed);
  const sweep = async () => {
    try {
      const stale = keys ? await deleteRecordsOfOtherKeys(store, keys.fingerprint) : 0;
      if (stale > 0) log.warn({ rows: stale }, 'records made under another HASH_KEY or token deleted');
      const rows = await expire(store, storesQuestions ? days : null, now());
      if (rows > 0) log.info({ rows }, 'expired records deleted');
      await rewriteFile(store);
    } catch (err) {
      log.warn({ err }, 'expired records could not be deleted; retrying in 24 hours');
    }
  };
  let swept = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const beginDeleting = () => {
    swept = sweep();
    timer = setInterval(() => {
      swept = sweep();
    }, DAY_MS);
  };
  const settled = async () => {
    await swept;
    await recording?.flush();
  };
  const statement = { questions: keys !== undefined, days, contact: operatorContact };
  return {
    records: {
      privacy: createPrivacyService(store, keys, statement, async () => recording?.flush()),
      ...(recording && { insights: recording.insights }),
      afterAnswer: recording?.afterAnswer ?? ((reply) => reply),
    },
    keeping: statement,
    beginDeleting,
    settled,
    stop: () => {
      clearInterval(timer);
      return settled();
    },
  };
}
