/** Forgetting a server that has removed the bot, whichever part of the program finds out. */
import type { Logger } from '../config/log.ts';
import type { OpenInsights } from '../insights/open.ts';
import { forgetServer } from '../store/forget.ts';
import type { Store } from '../store/open.ts';
import type { createServerArticles } from '../store/server-articles.ts';

export type ForgetServer = (guild: string) => Promise<void>;

/** A function that deletes all that is known of a server, in the store and in this process. */
export function createForgetServer(
  store: Store,
  { settled }: Pick<OpenInsights, 'settled'>,
  serverArticles: Pick<ReturnType<typeof createServerArticles>, 'forget'>,
  now: () => number,
  log: Logger,
): ForgetServer {
  return async (guild) => {
    // Questions asked there a moment ago must not be recorded afterwards.
    await settled();
    await forgetServer(store, guild, now());
    serverArticles.forget(guild);
    log.info({ guild }, 'a server that has removed the bot is forgotten');
  };
}
