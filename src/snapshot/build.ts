import type { Knowledge } from '../knowledge/knowledge.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { inLatin } from '../search/grammar/latin-letters.ts';
import { fitLanguages } from '../search/languages.ts';
import { type Example, type Fitted, fitModels } from '../search/ranking/index.ts';
import type { Cache } from './cache.ts';
import { fittedOn, languagesKey, type Read } from './material.ts';

/** The texts of a language, in Latin letters too if people type it so. */
function textsOf(examples: readonly Example[], { translations }: Knowledge, language: string): readonly string[] {
  const texts = examples.map(({ text }) => text);
  const latin = translations.get(language)?.grammar?.latin;
  return latin ? [...texts, ...texts.map((text) => inLatin(text, latin))] : texts;
}

/**
 * Loads the knowledge in a folder and fits its ranker, which takes seconds if none is cached; both are cached.
 * Throws if the folder cannot be read at all.
 */
export function build(folder: string, cache: Cache): Read {
  const loaded = loadKnowledge(folder);
  if (!loaded.ok) return loaded;
  const { knowledge } = loaded;
  cache.write('knowledge', knowledge.hash, knowledge);
  const all = fittedOn(knowledge);
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
    fitLanguages(new Map(all.map(({ language, examples }) => [language, textsOf(examples, knowledge, language)]))),
  );
  return { ok: true, material: { knowledge, fitted, languages } };
}
