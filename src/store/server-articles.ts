/** The articles that the managers of servers have chosen. A server without rows gets all. */
import type { Logger } from '../config/log.ts';
import { askSoon, type Store } from './open.ts';

/** The ids of the articles that a server has chosen, in alphabetical order; empty if it has chosen none. */
export async function articlesOfServer(store: Store, guild: string, signal?: AbortSignal): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('server_article')
    .select('article')
    .where('guild_id', '=', guild)
    .orderBy('article')
    .execute(signal && { signal });
  return rows.map(({ article }) => article);
}

/** Replaces a server's choice. */
async function chooseArticles(store: Store, guild: string, articles: readonly string[]): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('server_article').where('guild_id', '=', guild).execute();
    const rows = articles.map((article) => ({ guild_id: guild, article }));
    if (rows.length > 0) await transaction.insertInto('server_article').values(rows).execute();
  });
}

/** How long a choice is cached: another process may change it meanwhile. */
const FRESH_MS = 60_000;
/** The most servers to cache; the one that was looked up first is dropped first. */
const MOST = 10_000;

/**
 * The choices of servers in a store, each cached for a minute, so that hardly any question waits for the store. While
 * the store does not answer, the last known choice applies.
 */
export function createServerArticles(store: Store, now: () => number, log: Logger) {
  const remembered = new Map<string, { readonly articles: readonly string[]; readonly at: number }>();
  const remember = (guild: string, articles: readonly string[]) => {
    remembered.delete(guild);
    remembered.set(guild, { articles, at: now() });
    if (remembered.size > MOST) remembered.delete(remembered.keys().next().value ?? '');
    return articles;
  };
  return {
    of: (guild: string) => {
      const known = remembered.get(guild);
      if (known && now() - known.at < FRESH_MS) return known.articles;
      return askSoon((signal) => articlesOfServer(store, guild, signal), log).then((articles) =>
        remember(guild, articles ?? known?.articles ?? []),
      );
    },
    known: (guild: string) => remembered.get(guild)?.articles ?? [],
    choose: async (guild: string, articles: readonly string[]) => {
      await chooseArticles(store, guild, articles);
      remember(guild, articles);
    },
    /** Drops a departed server from the cache. */
    forget: (guild: string) => void remembered.delete(guild),
  };
}
