/** The daily posts of a bot with a token: their loop, and the service for commands. */
import { randomUUID } from 'node:crypto';
import type { DailyService } from '../answer/daily.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../config/log.ts';
import type { PostingContext } from '../daily/context.ts';
import { runDaily } from '../daily/loop.ts';
import { createDailyService, type Obstacles } from '../daily/service.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Channel } from '../posting/channel.ts';
import { createNonces } from '../posting/nonce.ts';
import type { Store } from '../store/open.ts';
import { HOUR_MS } from '../text/dates.ts';
import type { ForgetServer } from './forget-server.ts';

export interface OpenDaily {
  readonly service: DailyService;
  /** Claims no more posts, and finishes those under way. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts to make posts that are due. `obstacles` finds obstacles in a channel; `onSettled` is called with the outcome
 * of each post.
 */
export function openDaily(
  { catchUpHours }: Pick<Config, 'catchUpHours'>,
  channel: Channel,
  store: Store,
  knowledge: () => Knowledge,
  obstacles: Obstacles,
  forgetServer: ForgetServer,
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
    forgetServer,
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
