import { loadKnowledge } from '../knowledge/load.ts';
import { fitLanguages } from '../search/languages.ts';
import { type Fitted, fitModels } from '../search/ranking/index.ts';
import type { Cache } from './cache.ts';
import { fittedOn, languagesKey, type Read, servedOf } from './material.ts';

const ALL_DRAFTS =
  'every article here is a draft, so there is nothing to serve; take `draft: true` out of an article.yaml, or set DRAFTS=on';

/**
 * Loads the knowledge in a folder and fits its ranker, which takes seconds if none is cached; both are cached. `drafts` says
 * whether drafts are answered from.
 * Throws if the folder cannot be read at all.
 */
export function build(folder: string, cache: Cache, drafts = false): Read {
  const loaded = loadKnowledge(folder);
  if (!loaded.ok) return loaded;
  const { knowledge } = loaded;
  cache.write('knowledge', knowledge.hash, knowledge);
  const served = servedOf(knowledge, drafts);
  if (served.articles.length === 0)
    return { ok: false, problems: [{ file: folder, line: 1, column: 1, message: ALL_DRAFTS }] };
  const all = fittedOn(served);
  /** What is cached under a name, else made and cached. */
  function cachedOr<Value>(name: string, key: string, make: () => Value): Value {
    const cached = cache.read<Value>(name, key);
    if (cached) return cached;
    const made = make();
    cache.write(name, key, made);
    return made;
  }
  const fitted = Object.fromEntries(
    all.map(({ language, key, examples, synonyms }) => [
      language,
      cachedOr<Fitted>(`ranker-${language}`, key, () => fitModels(examples, { synonyms })),
    ]),
  );
  const languages = cachedOr('languages', languagesKey(all), () =>
    fitLanguages(new Map(all.map(({ language, examples }) => [language, examples.map(({ text }) => text)]))),
  );
  return { ok: true, material: { knowledge, fitted, languages } };
}
