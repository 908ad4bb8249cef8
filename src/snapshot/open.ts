/** From the knowledge's files to a snapshot that can be asked: from the cache, or built anew. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Context } from '../answer/command.ts';
import { createLanguages } from '../answer/languages.ts';
import { Fatal } from '../config/fatal.ts';
import { type AlignedText, alignedTexts, articleText } from '../knowledge/article-text.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import { BASE_LANGUAGE } from '../messages/messages.ts';
import { detectorOf } from '../search/languages.ts';
import { rankerOf } from '../search/ranking/index.ts';
import { type Cache, createCache, type OnCacheFailure } from './cache.ts';
import { type Material, type Read, readCached, servedOf } from './material.ts';

const WORKER = new URL('./worker.ts', import.meta.url);

/** Plain data, so that it can be handed to a thread. */
export interface Places {
  /** The folder of the knowledge. */
  readonly knowledge: string;
  /** The folder of the cache, and of modules as they were compiled. */
  readonly cacheFolder: string;
  /** The folder of the articles' texts, if there is one. */
  readonly articles: string | undefined;
  /** Whether drafts are answered from. */
  readonly drafts?: boolean;
}

/** The knowledge and its search at one moment, replaced as a whole: all that commands read but the time. */
export interface Snapshot extends Omit<Context, 'now'> {
  /** What is there, served or not. */
  readonly curated: Curated;
}

/** What curators work on: the knowledge with its drafts, and the articles' texts as far as they are at hand. */
export interface Curated {
  readonly knowledge: Knowledge;
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

function snapshotOf({ knowledge: whole, fitted, languages: model }: Material, { articles, drafts }: Places): Snapshot {
  const knowledge = servedOf(whole, drafts);
  const rankers = Object.fromEntries(Object.entries(fitted).map(([language, one]) => [language, () => rankerOf(one)]));
  const languages = createLanguages(knowledge, rankers, detectorOf(model));
  const curated = { knowledge: whole, texts: articles === undefined ? new Map() : alignedTexts(articles, whole) };
  return { ...languages.in(BASE_LANGUAGE), languages, articleText: textIn(articles, knowledge), curated };
}

async function open(places: Places, cache: Cache, buildAnew: () => Promise<Read>): Promise<Opened> {
  const cached = readCached(places.knowledge, cache, places.drafts);
  const read: Read = cached ? { ok: true, material: cached } : await buildAnew();
  return read.ok ? { ok: true, snapshot: snapshotOf(read.material, places) } : read;
}

/**
 * Opens the knowledge in this thread; or all that is wrong with it.
 * Rejects with `Fatal` if an article's text is not the one that the knowledge was made from, or cannot be read.
 */
export async function openSnapshot(places: Places, onCacheFailure: OnCacheFailure): Promise<Opened> {
  const cache = createCache(places.cacheFolder, onCacheFailure);
  return open(places, cache, async () => {
    // Loaded only if it is needed, as it brings a parser along.
    const { build } = await import('./build.ts');
    return build(places.knowledge, cache, places.drafts);
  });
}

/** The same while people are being answered: what is not cached is built in a thread of its own and handed over. */
export function openSnapshotBeside(places: Places, onCacheFailure: OnCacheFailure): Promise<Opened> {
  return open(places, createCache(places.cacheFolder, onCacheFailure), async () => {
    const [{ read, failures }] = await once(new Worker(WORKER, { workerData: places }), 'message');
    for (const { reason, error } of failures) onCacheFailure(reason, error);
    return read;
  });
}
