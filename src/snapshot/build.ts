/** Builds a snapshot's material: loads the knowledge, and fits each ranker that is not cached. */
import { availableParallelism } from 'node:os';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { isArticleId } from '../knowledge/layout.ts';
import { type Loaded, loadKnowledge } from '../knowledge/load.ts';
import { inLatin } from '../search/grammar/latin-letters.ts';
import { fitLanguages, type LanguageModel } from '../search/languages.ts';
import { knownFeatures } from '../search/likeliest-articles.ts';
import type { Example, Fitted } from '../search/ranking/index.ts';
import type { Cache } from './cache.ts';
import { createFitters, type Fitters } from './fitting.ts';
import {
  type CachedKnowledge,
  featuresName,
  fittedOn,
  type Keys,
  knowledgeKey,
  languagesKey,
  learntFrom,
  type Material,
  ownWordsOf,
  type Read,
  rankerName,
  rankersOf,
  servedOf,
} from './material.ts';
import { cachedParser } from './parsed.ts';

const ALL_DRAFTS =
  'every article is a draft, so there is nothing to serve; remove `draft: true` from an article.yaml, or set DRAFTS=on';

/** The texts of a language's examples, also transliterated if its grammar says how people type it in Latin letters. */
function textsOf(examples: readonly Example[], { translations }: Knowledge, language: string): readonly string[] {
  const texts = examples.map(({ text }) => text);
  const latin = translations.get(language)?.grammar?.latin;
  return latin ? [...texts, ...texts.map((text) => inLatin(text, latin))] : texts;
}

/** The training texts of language detection, by language: those of these rankers' examples. */
function textsByLanguage(knowledge: Knowledge, keys: Keys): ReadonlyMap<string, readonly string[]> {
  const byLanguage = Map.groupBy(keys, ({ language }) => language);
  return new Map(
    [...byLanguage].map(([language, theirs]) => [
      language,
      theirs.flatMap((which) => textsOf(fittedOn(knowledge, which).examples, knowledge, language)),
    ]),
  );
}

/** A fitted ranker; `fitted` is present only if it could not be cached. */
interface Made {
  readonly key: Keys[number];
  readonly features: Int32Array;
  readonly fitted?: Fitted;
}

/** Fits and caches a ranker, unless it is cached already. */
async function make(of: Keys[number], knowledge: Knowledge, cache: Cache, fitters: Fitters): Promise<Made> {
  const known = cache.read<Int32Array>(featuresName(of), of.key);
  if (known && cache.has(rankerName(of), of.key)) return { key: of, features: known };
  const one = fittedOn(knowledge, of);
  const fitted = await fitters.fit(one.examples, one.synonyms);
  const features = knownFeatures(ownWordsOf(one.examples));
  const isCached = cache.write(rankerName(of), of.key, fitted) && cache.write(featuresName(of), of.key, features);
  return { key: of, features, ...(!isCached && { fitted }) };
}

/** The rankers' cache keys; recomputed only for articles whose files changed, or for all if the shared files did. */
function keysOf(knowledge: Knowledge, hashes: Hashes, cache: Cache): Keys {
  const shared = [...hashes].filter(([name]) => !isArticleId(name)).map(([, hash]) => hash);
  const byArticle = Map.groupBy(rankersOf(knowledge), ({ article }) => article);
  return [...byArticle].flatMap(([article, theirs]) => {
    const source = [hashes.get(article), ...shared].join(' ');
    const known = cache.read<Keys>(`keys-${article}`, source);
    if (known) return known;
    const found = theirs.map((which) => ({ ...which, key: fittedOn(knowledge, which).key }));
    cache.write(`keys-${article}`, source, found);
    return found;
  });
}

/** Maps items concurrently, as many at a time as there are processors; results keep the order of the items. */
async function eachBeside<Item, Value>(items: readonly Item[], make: (item: Item) => Promise<Value>): Promise<Value[]> {
  const made: Value[] = [];
  const left = items.entries();
  const lane = async () => {
    for (const [at, item] of left) made[at] = await make(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return made;
}

/** The result of loading valid knowledge. */
type Whole = Extract<Loaded, { ok: true }>;
type Hashes = Whole['parsed']['hashes'];

/** Fits the rankers of loaded knowledge that serves at least one article, and caches everything. */
async function buildFrom({ knowledge, leftOut, parsed }: Whole, cache: Cache, drafts: boolean): Promise<Material> {
  const served = servedOf(knowledge, drafts);
  const keys = keysOf(served, parsed.hashes, cache);
  await using fitters = createFitters();
  const [made, languages] = await Promise.all([
    eachBeside(keys, (which) => make(which, served, cache, fitters)),
    languagesOf(served, learntFrom(keys), cache),
  ]);
  cache.write('knowledge', knowledgeKey(knowledge.hash, drafts), {
    knowledge,
    leftOut,
    keys,
  } satisfies CachedKnowledge);
  const features = new Map(made.map((one) => [rankerName(one.key), one.features]));
  const fitted = Object.fromEntries(made.flatMap((one) => (one.fitted ? [[rankerName(one.key), one.fitted]] : [])));
  return { knowledge, leftOut, keys, features, fitted, languages };
}

/**
 * Loads the knowledge in a folder, fits its rankers concurrently, and caches everything; a fit takes seconds. `drafts`:
 * whether drafts are served. Rejects if the folder cannot be read at all.
 */
export async function build(folder: string, cache: Cache, drafts = false): Promise<Read> {
  const loaded = loadKnowledge(folder, undefined, cachedParser(cache));
  if (!loaded.ok) return loaded;
  if (servedOf(loaded.knowledge, drafts).articles.length === 0)
    return { ok: false, problems: [{ file: folder, line: 1, column: 1, message: ALL_DRAFTS }] };
  return { ok: true, material: await buildFrom(loaded, cache, drafts) };
}

/** The language detection model, cached or fitted here. It is async so that the fitting threads start first. */
async function languagesOf(knowledge: Knowledge, keys: Keys, cache: Cache): Promise<LanguageModel> {
  const cached = cache.read<LanguageModel>('languages', languagesKey(keys));
  if (cached) return cached;
  const learnt = fitLanguages(textsByLanguage(knowledge, keys));
  cache.write('languages', languagesKey(keys), learnt);
  return learnt;
}
