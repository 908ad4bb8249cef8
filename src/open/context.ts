import type { Context } from '../answer/command.ts';
import { Fatal } from '../fatal.ts';
import { articleText } from '../knowledge/article-text.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { Problem } from '../knowledge/problem.ts';
import { buildSearch } from '../search/build.ts';
import { type Cache, fittedRanker } from '../search/fitted.ts';

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

function textIn(folder: string | undefined, knowledge: Knowledge): Context['articleText'] {
  if (folder === undefined) return new Map();
  try {
    return articleText(folder, knowledge);
  } catch (error) {
    throw new Fatal(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/**
 * Reads the knowledge and makes it ready to be asked; or all that is wrong with it.
 * @throws {Fatal} where an article's text is not the one that the knowledge was made from, or cannot be read.
 */
export function openContext({ knowledge: folder, articles, cache }: Opening): Opened {
  const loaded = loadKnowledge(folder);
  if (!loaded.ok) return loaded;
  const { knowledge } = loaded;
  const text = textIn(articles, knowledge);
  const search = buildSearch(knowledge, fittedRanker(knowledge, cache));
  return { ok: true, context: { knowledge, search, articleText: text } };
}
