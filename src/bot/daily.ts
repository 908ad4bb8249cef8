/** The daily post of a bot with a token: its loop, and what commands may ask of it. */
import { randomUUID } from 'node:crypto';
import type { DailyService } from '../answer/daily.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../config/log.ts';
import type { Channel } from '../daily/channel.ts';
import type { PostingContext } from '../daily/context.ts';
import { runDaily } from '../daily/loop.ts';
import { createNonces } from '../daily/nonce.ts';
import { createDailyService, type Obstacles } from '../daily/service.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Store } from '../store/open.ts';
import { HOUR_MS } from '../text/dates.ts';

export interface OpenDaily {
  readonly service: DailyService;
  /** Claims nothing more, and ends what is being posted. */
  readonly stop: () => Promise<void>;
}

/** Begins to post what is due. `obstacles` tells what stands in the way in a channel; `onSettled` is told how each came out. */
export function openDaily(
  { catchUpHours }: Pick<Config, 'catchUpHours'>,
  channel: Channel,
  store: Store,
  knowledge: () => Knowledge,
  obstacles: Obstacles,
  onSettled: PostingContext['onSettled'],
  log: Logger,
): OpenDaily {
  const abort = new AbortController();
  const context = {
    store,
    channel,
    knowledge,
    owner: randomUUID(),
    nonces: createNonces(() => performance.now()),
    catchUpMs: catchUpHours * HOUR_MS,
    now: Date.now,
    random: Math.random,
    onSettled,
    log,
  };
  const running = runDaily(context, abort.signal);
  return {
    service: createDailyService(store, knowledge, obstacles),
    stop: () => {
      abort.abort();
      return running;
    },
  };
}
