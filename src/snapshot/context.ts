import type { Context } from '../answer/command.ts';
import { Fatal } from '../config/fatal.ts';
import { articleText } from '../knowledge/article-text.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import { buildSearch } from '../search/build.ts';
import type { Cache } from './cache.ts';
import { fittedRanker } from './fitted.ts';

/** What is beside the knowledge. */
export interface Beside {
  /** The folder of the articles' texts, where there is one. */
  readonly articles: string | undefined;
  /** Where the knowledge and its fitted ranker are kept. */
  readonly cache: Cache;
}

/** What commands read but the time, which each answer has its own of. */
export type Opened =
  | { readonly ok: true; readonly context: ReturnType<typeof contextOf> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function textIn(folder: string | undefined, knowledge: Knowledge): Context['articleText'] {
  if (folder === undefined) return new Map();
  try {
    return articleText(folder, knowledge);
  } catch (error) {
    throw new Fatal(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/**
 * Makes knowledge that was read ready to be asked.
 * @throws {Fatal} where an article's text is not the one that the knowledge was made from, or cannot be read.
 */
export function contextOf(knowledge: Knowledge, { articles, cache }: Beside): Omit<Context, 'now'> {
  const text = textIn(articles, knowledge);
  return { knowledge, search: buildSearch(knowledge, fittedRanker(knowledge, cache)), articleText: text };
}
