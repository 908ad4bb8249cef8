import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Loaded, loadKnowledge } from '../knowledge/load.ts';
import { inLatin } from '../search/grammar/latin-letters.ts';
import { fitLanguages, type LanguageModel } from '../search/languages.ts';
import { knownFeatures } from '../search/likeliest-articles.ts';
import type { Example, Fitted } from '../search/ranking/index.ts';
import type { Cache } from './cache.ts';
import {
  type CachedKnowledge,
  type FittedOn,
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

const FITTER = new URL('./fit-worker.ts', import.meta.url);

const ALL_DRAFTS =
  'every article here is a draft, so there is nothing to serve; take `draft: true` out of an article.yaml, or set DRAFTS=on';

/** The texts of a language, in Latin letters too if people type it so. */
function textsOf(examples: readonly Example[], { translations }: Knowledge, language: string): readonly string[] {
  const texts = examples.map(({ text }) => text);
  const latin = translations.get(language)?.grammar?.latin;
  return latin ? [...texts, ...texts.map((text) => inLatin(text, latin))] : texts;
}

/** What telling languages apart is learnt from: the texts of some rankers' examples, by language. */
function textsByLanguage(knowledge: Knowledge, keys: Keys): ReadonlyMap<string, readonly string[]> {
  const byLanguage = Map.groupBy(keys, ({ language }) => language);
  return new Map(
    [...byLanguage].map(([language, theirs]) => [
      language,
      theirs.flatMap((which) => textsOf(fittedOn(knowledge, which).examples, knowledge, language)),
    ]),
  );
}

/** Fits a ranker in a thread of its own. Rejects with what goes wrong there. */
async function fitBeside(one: FittedOn): Promise<Fitted> {
  const [fitted] = await once(new Worker(FITTER, { workerData: one }), 'message');
  return fitted;
}

/** What there is to know of a ranker once it is fitted; `fitted` only if it could not be cached. */
interface Made {
  readonly key: Keys[number];
  readonly features: Int32Array;
  readonly fitted?: Fitted;
}

/** Sees to it that a ranker is fitted and cached. */
async function make(one: FittedOn, cache: Cache): Promise<Made> {
  const { article, language, key } = one;
  const of = { article, language, key };
  const known = cache.read<Int32Array>(featuresName(one), key);
  if (known && cache.has(rankerName(one), key)) return { key: of, features: known };
  const fitted = await fitBeside(one);
  const features = knownFeatures(ownWordsOf(one));
  const isCached = cache.write(rankerName(one), key, fitted) && cache.write(featuresName(one), key, features);
  return { key: of, features, ...(!isCached && { fitted }) };
}

/** Makes something of each item, as many at once as the machine has processors; in the order of the items. */
async function eachBeside<Item, Value>(items: readonly Item[], make: (item: Item) => Promise<Value>): Promise<Value[]> {
  const made: Value[] = [];
  const left = items.entries();
  const lane = async () => {
    for (const [at, item] of left) made[at] = await make(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return made;
}

/** What is known of a folder that loads. */
type Whole = Pick<Extract<Loaded, { ok: true }>, 'knowledge' | 'leftOut'>;

/** Fits the rankers of a knowledge of which some article is served, and caches it all. */
export async function buildFrom({ knowledge, leftOut }: Whole, cache: Cache, drafts = false): Promise<Material> {
  const served = servedOf(knowledge, drafts);
  const made = await eachBeside(rankersOf(served), (which) => make(fittedOn(served, which), cache));
  const keys = made.map(({ key }) => key);
  cache.write('knowledge', knowledgeKey(knowledge.hash, drafts), {
    knowledge,
    leftOut,
    keys,
  } satisfies CachedKnowledge);
  const languages = languagesOf(served, learntFrom(keys), cache);
  const features = new Map(made.map((one) => [rankerName(one.key), one.features]));
  const fitted = Object.fromEntries(made.flatMap((one) => (one.fitted ? [[rankerName(one.key), one.fitted]] : [])));
  return { knowledge, leftOut, keys, features, fitted, languages };
}

/**
 * Loads the knowledge in a folder and fits its rankers side by side, which takes seconds if they are not cached; all is
 * cached. `drafts` says whether drafts are answered from. Rejects if the folder cannot be read at all.
 */
export async function build(folder: string, cache: Cache, drafts = false): Promise<Read> {
  const loaded = loadKnowledge(folder);
  if (!loaded.ok) return loaded;
  if (servedOf(loaded.knowledge, drafts).articles.length === 0)
    return { ok: false, problems: [{ file: folder, line: 1, column: 1, message: ALL_DRAFTS }] };
  return { ok: true, material: await buildFrom(loaded, cache, drafts) };
}

/** What tells languages apart, from the cache or learnt anew. */
function languagesOf(knowledge: Knowledge, keys: Keys, cache: Cache): LanguageModel {
  const cached = cache.read<LanguageModel>('languages', languagesKey(keys));
  if (cached) return cached;
  const learnt = fitLanguages(textsByLanguage(knowledge, keys));
  cache.write('languages', languagesKey(keys), learnt);
  return learnt;
}
