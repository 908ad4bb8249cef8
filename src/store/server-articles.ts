/** Which articles servers hear of, as their managers chose. A server with no row hears of all. */
import type { Logger } from '../config/log.ts';
import { askSoon, type Store } from './open.ts';

/** The ids of the articles that a server hears of, in alphabetical order; none if nothing was chosen. */
export async function articlesOfServer(store: Store, guild: string, signal?: AbortSignal): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('server_article')
    .select('article')
    .where('guild_id', '=', guild)
    .orderBy('article')
    .execute(signal && { signal });
  return rows.map(({ article }) => article);
}

/** Keeps a choice in place of the one before. */
async function chooseArticles(store: Store, guild: string, articles: readonly string[]): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('server_article').where('guild_id', '=', guild).execute();
    const rows = articles.map((article) => ({ guild_id: guild, article }));
    if (rows.length > 0) await transaction.insertInto('server_article').values(rows).execute();
  });
}

/** Another process may have kept another choice meanwhile; it is looked up anew after so long. */
const FRESH_MS = 60_000;
/** So many servers are remembered; the one that was looked up first goes first. */
const MOST = 10_000;

/**
 * The choices of servers over a store, each remembered for a minute, so that hardly a question waits for the store. While it
 * does not answer, what was known of a server holds.
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
    /** Forgets what is remembered of a server that is gone. */
    forget: (guild: string) => void remembered.delete(guild),
  };
}
