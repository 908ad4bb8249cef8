/** What is kept of questions: opened over the store, and what is old deleted at once and then daily. */
import type { Config } from './config.ts';
import type { Kept } from './handler.ts';
import { createAfterAnswer } from './insights/after-answer.ts';
import { expire } from './insights/expire.ts';
import { createKeys } from './insights/keys.ts';
import { createInsightsService, createPrivacyService } from './insights/service.ts';
import type { Logger } from './log.ts';
import type { Store } from './store/open.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface OpenInsights {
  readonly kept: Kept;
  readonly stop: () => void;
}

type Settings = Pick<Config, 'storesQuestions' | 'keepDays' | 'hashKey' | 'operatorContact' | 'token'>;

/** `track` takes over what is written after an answer has gone out. */
export function openInsights(
  { storesQuestions, keepDays: days, hashKey, operatorContact, token }: Settings,
  store: Store,
  track: (work: Promise<void>) => void,
  now: () => number,
  log: Logger,
): OpenInsights {
  const secret = hashKey ?? token;
  const keys = storesQuestions && secret !== undefined ? createKeys(secret) : undefined;
  if (storesQuestions && !keys) log.warn('nothing is kept of questions: there is neither HASH_KEY nor a token');
  const sweep = async () => {
    const rows = await expire(store, keys ? days : null, now());
    if (rows > 0) log.info({ rows }, 'what was kept of questions for long enough is deleted');
  };
  track(sweep());
  const timer = setInterval(() => track(sweep()), DAY_MS);
  const keeping = { questions: keys !== undefined, days, contact: operatorContact };
  return {
    kept: {
      privacy: createPrivacyService(store, keys, keeping),
      ...(keys && { insights: createInsightsService(store, keys, days) }),
      afterAnswer: keys ? createAfterAnswer({ store, keys, days, track }) : (reply) => reply,
    },
    stop: () => clearInterval(timer),
  };
}
