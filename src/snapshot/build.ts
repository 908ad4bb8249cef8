/** Builds a snapshot's material: loads the knowledge, and fits each ranker that is not cached. */
import { availableParallelism } from 'node:os';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { isArticleId } from '../knowledge/layout.ts';
import { type Loaded, loadKnowledge } from '../knowledge/load.ts';
import { BASE_LANGUAGE } from '../messages/messages.ts';
import { inLatin } from '../search/grammar/latin-letters.ts';
import { fitLanguages, type LanguageModel } from '../search/languages.ts';
import { knownFeatures } from '../search/likeliest-articles.ts';
import type { Decision, Example, Model } from '../search/ranking/index.ts';
import type { Cache } from './cache.ts';
import { createFitters, type Fitters } from './fitting.ts';
import {
  type CachedKnowledge,
  decisionName,
  type FittedOn,
  featuresName,
  fittedOn,
  isCached,
  type Keys,
  knowledgeKey,
  languagesKey,
  learntFrom,
  type Material,
  type Read,
  rankerName,
  rankersOf,
  servedOf,
  type Which,
  weightsName,
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

/** Collects the input of a ranker's fit. */
type Collect = (which: Which) => FittedOn;

/** Collects each ranker's input once, because it is needed for the key, for the fit, and for language detection. */
function collectorOf(knowledge: Knowledge): Collect {
  const collected = new Map<string, FittedOn>();
  return (which) => {
    const name = rankerName(which);
    const found = collected.get(name) ?? fittedOn(knowledge, which);
    collected.set(name, found);
    return found;
  };
}

/** The training texts of language detection, by language: those of these rankers' examples. */
function textsByLanguage(knowledge: Knowledge, keys: Keys, collect: Collect): ReadonlyMap<string, readonly string[]> {
  const byLanguage = Map.groupBy(keys, ({ language }) => language);
  return new Map(
    [...byLanguage].map(([language, theirs]) => [
      language,
      theirs.flatMap((which) => textsOf(collect(which).examples, knowledge, language)),
    ]),
  );
}

/** A fitted model; `model` is present only if it could not be cached. */
interface Made {
  readonly key: Keys[number];
  readonly features: Int32Array;
  readonly model?: Model;
}

/** Fits and caches a model, unless it is cached already. */
async function make(of: Keys[number], collect: Collect, cache: Cache, fitters: Fitters): Promise<Made> {
  const known = cache.read<Int32Array>(featuresName(of), of.key);
  if (known && isCached(of, cache)) return { key: of, features: known };
  const one = collect(of);
  const model = await fitters.fitModel(one.examples, one.synonyms);
  const features = knownFeatures(one.ownWords);
  const wasWritten = writeModel(of, model, cache) && cache.write(featuresName(of), of.key, features);
  return { key: of, features, ...(!wasWritten && { model }) };
}

/** Caches a model, its inner weights apart from the rest; returns whether that worked. */
function writeModel(of: Keys[number], model: Model, cache: Cache): boolean {
  const { inputs, outputs } = model.ensemble;
  const rest: Model = { ...model, ensemble: { inputs: new Int8Array(), outputs } };
  return cache.writeBytes(weightsName(of), of.key, inputs) && cache.write(rankerName(of), of.key, rest);
}

/** An article's decision, cached or fitted on its examples in English. */
async function decide(of: Keys[number], collect: Collect, cache: Cache, fitters: Fitters): Promise<Decision> {
  const known = cache.read<Decision>(decisionName(of), of.decisionKey);
  if (known) return known;
  const { examples, synonyms } = collect(of);
  const decision = await fitters.fitDecision(examples, synonyms);
  cache.write(decisionName(of), of.decisionKey, decision);
  return decision;
}

/** The rankers' cache keys; recomputed only for articles whose files changed, or for all if the shared files did. */
function keysOf(knowledge: Knowledge, hashes: Hashes, cache: Cache, collect: Collect): Keys {
  const shared = [...hashes].filter(([name]) => !isArticleId(name)).map(([, hash]) => hash);
  const byArticle = Map.groupBy(rankersOf(knowledge), ({ article }) => article);
  return [...byArticle].flatMap(([article, theirs]) => {
    const source = [hashes.get(article), ...shared].join(' ');
    const known = cache.read<Keys>(`keys-${article}`, source);
    if (known) return known;
    const found = theirs.map((which) => {
      const { key, decisionKey } = collect(which);
      return { ...which, key, decisionKey };
    });
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
async function buildFrom(
  { knowledge, leftOut, parsed }: Whole,
  cache: Cache,
  drafts: boolean,
  fitters: Fitters,
): Promise<Material> {
  const served = servedOf(knowledge, drafts);
  const collect = collectorOf(served);
  const keys = keysOf(served, parsed.hashes, cache, collect);
  const base = keys.filter(({ language }) => language === BASE_LANGUAGE);
  const [made, decided, languages] = await Promise.all([
    eachBeside(keys, (which) => make(which, collect, cache, fitters)),
    eachBeside(base, (which) => decide(which, collect, cache, fitters)),
    languagesOf(served, learntFrom(keys), cache, collect),
  ]);
  cache.write('knowledge', knowledgeKey(knowledge.hash, drafts), {
    knowledge,
    leftOut,
    keys,
  } satisfies CachedKnowledge);
  const features = new Map(made.map((one) => [rankerName(one.key), one.features]));
  const models = Object.fromEntries(made.flatMap((one) => (one.model ? [[rankerName(one.key), one.model]] : [])));
  const decisions = new Map(base.map(({ article }, at) => [article, decided[at] as Decision]));
  return { knowledge, leftOut, keys, features, models, decisions, languages };
}

/**
 * Loads the knowledge in a folder, fits its rankers concurrently, and caches everything; a fit takes seconds. `drafts`:
 * whether drafts are served. Rejects if the folder cannot be read at all.
 */
export async function build(folder: string, cache: Cache, drafts = false): Promise<Read> {
  // First, because its threads take as long to start as the files to be read.
  await using fitters = createFitters();
  const loaded = loadKnowledge(folder, undefined, cachedParser(cache));
  if (!loaded.ok) return loaded;
  if (servedOf(loaded.knowledge, drafts).articles.length === 0)
    return { ok: false, problems: [{ file: folder, line: 1, column: 1, message: ALL_DRAFTS }] };
  return { ok: true, material: await buildFrom(loaded, cache, drafts, fitters) };
}

/** The language detection model, cached or fitted here. It is async so that the fitting threads start first. */
async function languagesOf(knowledge: Knowledge, keys: Keys, cache: Cache, collect: Collect): Promise<LanguageModel> {
  const cached = cache.read<LanguageModel>('languages', languagesKey(keys));
  if (cached) return cached;
  const learnt = fitLanguages(textsByLanguage(knowledge, keys, collect));
  cache.write('languages', languagesKey(keys), learnt);
  return learnt;
}
