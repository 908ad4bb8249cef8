/** What a snapshot is made of, as plain data that can be handed from one thread to another. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { withoutDrafts } from '../knowledge/drafts.ts';
import { readFiles } from '../knowledge/files.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import { inLanguage } from '../knowledge/translate.ts';
import { BASE_LANGUAGE } from '../messages/messages.ts';
import { examplesOf } from '../search/labels.ts';
import type { LanguageModel } from '../search/languages.ts';
import type { Example, Fitted, Synonyms } from '../search/ranking/index.ts';
import type { Cache } from './cache.ts';

export interface Material {
  /** Drafts included. */
  readonly knowledge: Knowledge;
  /** The ranker of each language that questions can be asked in. */
  readonly fitted: Readonly<Record<string, Fitted>>;
  readonly languages: LanguageModel;
}

/** The material in a folder, or all that is wrong with the knowledge there. */
export type Read =
  | { readonly ok: true; readonly material: Material }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What people are answered from: without the drafts, unless they are wanted. */
export const servedOf = (knowledge: Knowledge, drafts = false): Knowledge =>
  drafts ? knowledge : withoutDrafts(knowledge);

/** What a language's ranker is fitted on. */
export interface FittedOn {
  readonly language: string;
  readonly examples: readonly Example[];
  readonly synonyms: Synonyms;
  /** All of it as a hash: an edited answer needs no other fit. */
  readonly key: string;
}

const NO_SYNONYMS: Synonyms = new Map();

/** What the ranker of each language is fitted on that questions can be asked in: English first. */
export function fittedOn(knowledge: Knowledge): readonly FittedOn[] {
  const asked = [...knowledge.translations].filter(([, { phrasings }]) => phrasings.size > 0);
  return [BASE_LANGUAGE, ...asked.map(([language]) => language)].map((language) => {
    const examples = examplesOf(inLanguage(knowledge, language));
    const synonyms = language === BASE_LANGUAGE ? knowledge.synonyms : NO_SYNONYMS;
    const key = createHash('sha256')
      .update(JSON.stringify([examples, [...synonyms]]))
      .digest('hex');
    return { language, examples, synonyms, key };
  });
}

/** By what the rest of a knowledge's material is cached: the key of each language's ranker. */
export type Keys = readonly Pick<FittedOn, 'language' | 'key'>[];

/** A knowledge as it is cached, with the keys, which take long to find anew. */
export interface CachedKnowledge {
  readonly knowledge: Knowledge;
  readonly keys: Keys;
}

/** What a knowledge is cached by: with its drafts served it has other keys. */
export const knowledgeKey = (hash: string, drafts: boolean): string => (drafts ? `${hash} with drafts` : hash);

/** What telling languages apart is learnt from, as a hash. */
export const languagesKey = (keys: Keys): string => keys.map(({ key }) => key).join(' ');

/** The material of a folder as its files are now, if all of it is cached. Throws if they cannot be read. */
export function readCached(folder: string, cache: Cache, drafts = false): Material | undefined {
  // What is wrong with the folder is told by whoever loads it.
  if (!existsSync(folder)) return undefined;
  const cached = cache.read<CachedKnowledge>('knowledge', knowledgeKey(readFiles(folder).hash, drafts));
  if (!cached) return undefined;
  const { knowledge, keys } = cached;
  const languages = cache.read<LanguageModel>('languages', languagesKey(keys));
  const fitted: Record<string, Fitted> = {};
  for (const { language, key } of keys) {
    const ranker = cache.read<Fitted>(`ranker-${language}`, key);
    if (!ranker) return undefined;
    fitted[language] = ranker;
  }
  return languages && { knowledge, fitted, languages };
}
