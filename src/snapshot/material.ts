/** The material of a snapshot: plain data that can be cached and passed between threads. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { withoutDrafts } from '../knowledge/drafts.ts';
import { readFiles } from '../knowledge/files.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { knowledgeOf, newestFirst } from '../knowledge/of-articles.ts';
import type { Problem } from '../knowledge/problem.ts';
import { inLanguage } from '../knowledge/translate.ts';
import { BASE_LANGUAGE } from '../messages/messages.ts';
import { examplesOf, subjectOf } from '../search/labels.ts';
import type { LanguageModel } from '../search/languages.ts';
import { type Decision, drawnForDecision, type Example, type Model, type Synonyms } from '../search/ranking/index.ts';
import { words } from '../text/normalise.ts';
import type { Cache } from './cache.ts';

export interface Material {
  /** Drafts included. */
  readonly knowledge: Knowledge;
  /** The problems of invalid drafts, which are not in `knowledge`. */
  readonly leftOut: readonly Problem[];
  /** The cache key of each ranker: one for each article and language in which it can be asked about. */
  readonly keys: Keys;
  /** The features of each article's own words, by ranker name. */
  readonly features: ReadonlyMap<string, Int32Array>;
  /** The rankers' models that could not be cached, by name. */
  readonly models: Readonly<Record<string, Model>>;
  /**
   * Each article's decision, fitted in English. Its rankers in other languages share it: fitted on their own phrasings,
   * theirs let more false answers through.
   */
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly languages: LanguageModel;
}

/** The material of a folder, or all problems of the knowledge there. */
export type Read =
  | { readonly ok: true; readonly material: Material }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The served part of the knowledge: without drafts, unless `drafts` is set. */
export const servedOf = (knowledge: Knowledge, drafts = false): Knowledge =>
  drafts ? knowledge : withoutDrafts(knowledge);

/** Identifies a ranker. */
export interface Which {
  readonly article: string;
  readonly language: string;
}

/** The input of a ranker's fit. */
export interface FittedOn extends Which {
  readonly examples: readonly Example[];
  /** The words of the article's entries' phrasings, not of small talk or outside subjects. */
  readonly ownWords: ReadonlySet<string>;
  readonly synonyms: Synonyms;
  /** A hash of examples and synonyms: an edited answer does not change it, so it needs no new fit. */
  readonly key: string;
  /** The same of the examples on which the decision is fitted, a part of them: most edits do not change it. */
  readonly decisionKey: string;
}

const NO_SYNONYMS: Synonyms = new Map();

/** An article's own words. */
const ownWordsOf = (examples: readonly Example[]): ReadonlySet<string> =>
  new Set(examples.flatMap(({ text, label }) => (subjectOf(label) ? [] : words(text))));

/** The synonyms whose terms occur in an article's own examples; those of other articles would only add known words. */
function synonymsOf(own: ReadonlySet<string>, synonyms: Synonyms): Synonyms {
  return new Map([...synonyms].filter(([, term]) => term.split(' ').every((word) => own.has(word))));
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Collects the input of a ranker's fit. */
export function fittedOn(knowledge: Knowledge, { article, language }: Which): FittedOn {
  const examples = examplesOf(inLanguage(knowledgeOf(knowledge, [article]), language));
  const ownWords = ownWordsOf(examples);
  const synonyms = language === BASE_LANGUAGE ? synonymsOf(ownWords, knowledge.synonyms) : NO_SYNONYMS;
  return {
    ...{ article, language, examples, ownWords, synonyms },
    key: hashOf([examples, [...synonyms]]),
    decisionKey: hashOf([drawnForDecision(examples), [...synonyms]]),
  };
}

/** The rankers that the knowledge needs: newest article first, and English first for each article. */
export function rankersOf(knowledge: Knowledge): readonly Which[] {
  const articleOf = (id: string) => knowledge.entries.get(id)?.article;
  const languages = new Map(
    [...knowledge.translations].map(([language, { phrasings }]) => [
      language,
      new Set([...phrasings.keys()].map(articleOf)),
    ]),
  );
  return newestFirst(knowledge).flatMap(({ id: article }) => {
    const translated = [...languages].filter(([, articles]) => articles.has(article));
    return [BASE_LANGUAGE, ...translated.map(([language]) => language)].map((language) => ({ article, language }));
  });
}

/** The rankers with their cache keys. */
export type Keys = readonly Pick<FittedOn, 'article' | 'language' | 'key' | 'decisionKey'>[];

/** The cached form of the knowledge, with the keys, which take long to compute. */
export type CachedKnowledge = Pick<Material, 'knowledge' | 'leftOut' | 'keys'>;

/** The cache name of a ranker. */
export const rankerName = ({ article, language }: Which): string => `ranker-${article}-${language}`;

/** The cache name of a ranker's inner weights, which are most of it. */
export const weightsName = ({ article, language }: Which): string => `weights-${article}-${language}`;

/** Whether a ranker is cached, with its weights. */
export const isCached = (which: Keys[number], cache: Cache): boolean =>
  cache.has(rankerName(which), which.key) && cache.has(weightsName(which), which.key);

/** The cache name of a ranker's features. */
export const featuresName = ({ article, language }: Which): string => `features-${article}-${language}`;

/** The cache name of an article's decision. */
export const decisionName = ({ article }: Pick<Which, 'article'>): string => `decision-${article}`;

/** The cache key of the knowledge; serving drafts changes it, as the rankers' keys then differ. */
export const knowledgeKey = (hash: string, drafts: boolean): string => (drafts ? `${hash} with drafts` : hash);

/** The cache key of the language detection model, from the rankers whose examples it learns from. */
export const languagesKey = (keys: Keys): string => keys.map(({ key }) => key).join(' ');

/** The material of a folder's current files, if all of it is cached. Throws if they cannot be read. */
export function readCached(folder: string, cache: Cache, drafts = false): Material | undefined {
  // A missing folder is reported when it is loaded.
  return existsSync(folder) ? cachedMaterial(readFiles(folder).hash, cache, drafts) : undefined;
}

/** The material of the knowledge with this hash, if all of it is cached. */
export function cachedMaterial(hash: string, cache: Cache, drafts = false): Material | undefined {
  const cached = cache.read<CachedKnowledge>('knowledge', knowledgeKey(hash, drafts));
  if (!cached) return undefined;
  const { keys } = cached;
  const languages = cache.read<LanguageModel>('languages', languagesKey(learntFrom(keys)));
  if (!languages) return undefined;
  const features = new Map<string, Int32Array>();
  const decisions = new Map<string, Decision>();
  for (const which of keys) {
    const known = cache.read<Int32Array>(featuresName(which), which.key);
    // Rankers are read only when they are first used.
    if (!known || !isCached(which, cache)) return undefined;
    features.set(rankerName(which), known);
    if (which.language !== BASE_LANGUAGE) continue;
    const decision = cache.read<Decision>(decisionName(which), which.decisionKey);
    if (!decision) return undefined;
    decisions.set(which.article, decision);
  }
  return { ...cached, features, models: {}, decisions, languages };
}

/** This many articles are enough to learn a language's spelling. */
const LEARNT_FROM = 3;

/** The rankers whose examples train language detection: those of the newest few articles in each language. */
export function learntFrom(keys: Keys): Keys {
  const byLanguage = Map.groupBy(keys, ({ language }) => language);
  return [...byLanguage.values()].flatMap((theirs) => theirs.slice(0, LEARNT_FROM));
}
