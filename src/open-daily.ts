/** The daily post of a bot with a token: its store, its loop, and what commands may ask of it. */
import { randomUUID } from 'node:crypto';
import type { DailyService } from './answer/daily.ts';
import type { Config } from './config.ts';
import { runDaily } from './daily/loop.ts';
import { createDailyService } from './daily/service.ts';
import { forget } from './daily/settings.ts';
import { dailyChannel, dailyRest } from './discord/daily-channel.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Logger } from './log.ts';
import { openStore } from './store/open.ts';

const HOUR_MS = 60 * 60 * 1000;

export interface OpenDaily {
  readonly service: DailyService;
  /** Forgets all about a server. */
  readonly forget: (guild: string) => Promise<void>;
  /** Claims nothing more, ends what is being posted, and closes the store. */
  readonly stop: () => Promise<void>;
}

/**
 * Opens the store and begins to post what is due. `missing` says what the bot may not do in a channel.
 * @throws {Fatal} where the store cannot be used.
 */
export async function openDaily(
  config: Config & { readonly token: string },
  knowledge: () => Knowledge,
  missing: (guild: string, channel: string) => Promise<readonly string[]>,
  log: Logger,
): Promise<OpenDaily> {
  const store = await openStore(config.databaseUrl, log);
  const abort = new AbortController();
  const parts = {
    store,
    channel: dailyChannel(dailyRest(config)),
    knowledge,
    owner: randomUUID(),
    catchUpMs: config.catchUpHours * HOUR_MS,
    now: Date.now,
    random: Math.random,
    log,
  };
  const running = runDaily(parts, abort.signal);
  return {
    service: createDailyService(store, missing),
    forget: async (guild) => {
      await forget(store, guild);
      log.info({ guild }, 'a server that has removed the bot is forgotten');
    },
    stop: async () => {
      abort.abort();
      await running;
      await store.destroy();
    },
  };
}
