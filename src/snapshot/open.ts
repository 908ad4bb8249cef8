/** Opens the knowledge's files as a snapshot: from the cache, or built now. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Context } from '../answer/command.ts';
import { createLanguages, type Rankers } from '../answer/languages.ts';
import { Fatal } from '../config/fatal.ts';
import { type AlignedText, alignedTexts, articleText } from '../knowledge/article-text.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { newestFirst } from '../knowledge/of-articles.ts';
import type { Problem } from '../knowledge/problem.ts';
import { BASE_LANGUAGE } from '../messages/messages.ts';
import { detectorOf } from '../search/languages.ts';
import { articleChooser } from '../search/likeliest-articles.ts';
import { fitModel, INNER_ROW_BYTES, type Model } from '../search/ranking/index.ts';
import { type Cache, createCache, type OnCacheFailure } from './cache.ts';
import { fittedOn, type Material, type Read, rankerName, readCached, servedOf, weightsName } from './material.ts';
import { createRankers, type Stored } from './rankers.ts';

const WORKER = new URL('./worker.ts', import.meta.url);

/** Where the files are; plain data, so that it can be passed to a thread. */
export interface Places {
  /** The folder of the knowledge. */
  readonly knowledge: string;
  /** The folder of the cache, and of V8's compiled modules. */
  readonly cacheFolder: string;
  /** The folder of the articles' texts, if any. */
  readonly articles: string | undefined;
  /** Whether drafts are served. */
  readonly drafts?: boolean;
}

/** The knowledge and its search at one moment, replaced as a whole: everything that commands read except the time. */
export interface Snapshot extends Omit<Context, 'now'> {
  /** All of it, served or not. */
  readonly curated: Curated;
}

/** What curators work on: the knowledge with its drafts, and the articles' texts that are available. */
export interface Curated {
  readonly knowledge: Knowledge;
  /** The problems of invalid drafts, which are not in `knowledge`. */
  readonly leftOut: readonly Problem[];
  /** By article id. */
  readonly texts: ReadonlyMap<string, AlignedText>;
}

export type Opened =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function textIn(folder: string | undefined, knowledge: Knowledge): Context['articleText'] {
  if (folder === undefined) return new Map();
  try {
    return articleText(folder, knowledge);
  } catch (error) {
    throw new Fatal(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** The rankers of a material; cached ones are read when they are first used. */
function rankersIn({ keys, models, decisions, features }: Material, knowledge: Knowledge, cache: Cache): Rankers {
  const byName = new Map(keys.map((which) => [rankerName(which), which]));
  const read = (name: string): Stored => {
    const which = byName.get(name);
    const decision = which && decisions.get(which.article);
    if (!decision) throw new Error(`there is no ranker "${name}"`);
    const made = models[name];
    if (made) return { fitted: { model: made, decision } };
    const model = cache.read<Model>(name, which.key);
    const weights = cache.openBytes(weightsName(which), which.key);
    if (model && weights?.length === model.hashes.length * INNER_ROW_BYTES)
      return { fitted: { model, decision }, weights };
    // A file is missing or damaged: fit here, and let the asker wait.
    const { examples, synonyms } = fittedOn(knowledge, which);
    return { fitted: { model: fitModel(examples, synonyms), decision } };
  };
  const rankerIn = createRankers(read);
  const rankers = new Map([...byName.keys()].map((name) => [name, rankerIn(name)]));
  return {
    languages: [...new Set(keys.map(({ language }) => language))],
    rankerOf: (article, language) => rankers.get(rankerName({ article, language })),
    likeliestIn: (language) =>
      articleChooser(
        new Map(
          keys.flatMap((which) => {
            const known = which.language === language ? features.get(rankerName(which)) : undefined;
            return known ? [[which.article, known]] : [];
          }),
        ),
      ),
  };
}

/** The snapshot of a material; its rankers are read from the cache when they are first used. */
export function snapshotOf(
  material: Material,
  { articles, drafts }: Pick<Places, 'articles' | 'drafts'>,
  cache: Cache,
): Snapshot {
  const { knowledge: whole, leftOut } = material;
  const knowledge = servedOf(whole, drafts);
  const rankers = rankersIn(material, knowledge, cache);
  const languages = createLanguages(knowledge, rankers, detectorOf(material.languages));
  const texts = articles === undefined ? new Map() : alignedTexts(articles, whole);
  const [newest] = newestFirst(knowledge);
  // Read now, so that the first question need not wait.
  if (newest) rankers.rankerOf(newest.id, BASE_LANGUAGE)?.rank('');
  return {
    ...languages.in(BASE_LANGUAGE),
    languages,
    articleText: textIn(articles, knowledge),
    curated: { knowledge: whole, leftOut, texts },
  };
}

async function open(places: Places, cache: Cache, buildAnew: () => Promise<Read>): Promise<Opened> {
  const cached = readCached(places.knowledge, cache, places.drafts);
  const read: Read = cached ? { ok: true, material: cached } : await buildAnew();
  return read.ok ? { ok: true, snapshot: snapshotOf(read.material, places, cache) } : read;
}

/**
 * Opens the knowledge in this thread; gives its problems if it is invalid.
 * Rejects with `Fatal` if an article's text cannot be read, or is not the one that the knowledge was written from.
 */
export async function openSnapshot(places: Places, onCacheFailure: OnCacheFailure): Promise<Opened> {
  const cache = createCache(places.cacheFolder, onCacheFailure);
  return open(places, cache, async () => {
    // Loaded only if it is needed, because it loads a YAML parser.
    const { build } = await import('./build.ts');
    return build(places.knowledge, cache, places.drafts);
  });
}

/** The same without blocking answers: anything not cached is built in a worker thread. */
export function openSnapshotBeside(places: Places, onCacheFailure: OnCacheFailure): Promise<Opened> {
  return open(places, createCache(places.cacheFolder, onCacheFailure), async () => {
    const [{ read, failures }] = await once(new Worker(WORKER, { workerData: places }), 'message');
    for (const { reason, error } of failures) onCacheFailure(reason, error);
    return read;
  });
}
