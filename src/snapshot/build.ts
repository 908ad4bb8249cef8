import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Awaitable } from '../answer/command.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { inLatin } from '../search/grammar/latin-letters.ts';
import { fitLanguages } from '../search/languages.ts';
import type { Example, Fitted } from '../search/ranking/index.ts';
import type { Cache } from './cache.ts';
import {
  type CachedKnowledge,
  type FittedOn,
  fittedOn,
  knowledgeKey,
  languagesKey,
  type Read,
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

/** Fits a ranker in a thread of its own. Rejects with what goes wrong there. */
async function fitBeside(one: FittedOn): Promise<Fitted> {
  const [fitted] = await once(new Worker(FITTER, { workerData: one }), 'message');
  return fitted;
}

/**
 * Loads the knowledge in a folder and fits its rankers side by side, which takes seconds if they are not cached; all is
 * cached. `drafts` says whether drafts are answered from. Rejects if the folder cannot be read at all.
 */
export async function build(folder: string, cache: Cache, drafts = false): Promise<Read> {
  const loaded = loadKnowledge(folder);
  if (!loaded.ok) return loaded;
  const { knowledge } = loaded;
  const served = servedOf(knowledge, drafts);
  if (served.articles.length === 0)
    return { ok: false, problems: [{ file: folder, line: 1, column: 1, message: ALL_DRAFTS }] };
  const all = fittedOn(served);
  const keys = all.map(({ language, key }) => ({ language, key }));
  cache.write('knowledge', knowledgeKey(knowledge.hash, drafts), { knowledge, keys } satisfies CachedKnowledge);
  /** What is cached under a name, else made and cached. */
  async function cachedOr<Value>(name: string, key: string, make: () => Awaitable<Value>): Promise<Value> {
    const cached = cache.read<Value>(name, key);
    if (cached) return cached;
    const made = await make();
    cache.write(name, key, made);
    return made;
  }
  const fitting = all.map(async (one) => {
    const fitted = await cachedOr<Fitted>(`ranker-${one.language}`, one.key, () => fitBeside(one));
    return [one.language, fitted] as const;
  });
  const languages = await cachedOr('languages', languagesKey(keys), () =>
    fitLanguages(new Map(all.map(({ language, examples }) => [language, textsOf(examples, knowledge, language)]))),
  );
  return { ok: true, material: { knowledge, fitted: Object.fromEntries(await Promise.all(fitting)), languages } };
}
