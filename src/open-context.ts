import type { Context } from './answer/command.ts';
import { articleText } from './knowledge/article-text.ts';
import { loadKnowledge } from './knowledge/load.ts';
import type { Problem } from './knowledge/problem.ts';
import { buildSearch } from './search/build.ts';
import { type Cache, fittedRanker } from './search/fitted.ts';

export interface Opening {
  /** The folder of the knowledge. */
  readonly knowledge: string;
  /** The folder of the articles' texts, where there is one. */
  readonly articles: string | undefined;
  /** Where the fitted ranker is kept. */
  readonly cache: Cache;
}

/** What commands read but the time, which each answer has its own of. */
export type Opened =
  | { readonly ok: true; readonly context: Omit<Context, 'now'> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads the knowledge and makes it ready to be asked; or all that is wrong with it. Throws where an article's text is
 * not the one that the knowledge was made from.
 */
export function openContext({ knowledge: folder, articles, cache }: Opening): Opened {
  const loaded = loadKnowledge(folder);
  if (!loaded.ok) return loaded;
  const { knowledge } = loaded;
  const text = articles === undefined ? new Map<string, readonly string[]>() : articleText(articles, knowledge);
  const search = buildSearch(knowledge, fittedRanker(knowledge, cache));
  return { ok: true, context: { knowledge, search, articleText: text } };
}
