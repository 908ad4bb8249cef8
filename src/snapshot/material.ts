/** What a snapshot is made of, as plain data that can be handed from one thread to another. */
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
import type { Example, Fitted, Synonyms } from '../search/ranking/index.ts';
import { words } from '../text/normalise.ts';
import type { Cache } from './cache.ts';

export interface Material {
  /** Drafts included. */
  readonly knowledge: Knowledge;
  /** What is wrong with drafts that are no part of it. */
  readonly leftOut: readonly Problem[];
  /** By what each ranker is cached: one for each article and language that it can be asked about in. */
  readonly keys: Keys;
  /** The features of each ranker's own words, by its name. */
  readonly features: ReadonlyMap<string, Int32Array>;
  /** The rankers that could not be cached, by their names. */
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

/** Which ranker: that of an article in a language. */
export interface Which {
  readonly article: string;
  readonly language: string;
}

/** What an article's ranker in a language is fitted on. */
export interface FittedOn extends Which {
  readonly examples: readonly Example[];
  readonly synonyms: Synonyms;
  /** All of it as a hash: an edited answer needs no other fit. */
  readonly key: string;
}

const NO_SYNONYMS: Synonyms = new Map();

/** An article's own words: those in which its entries are asked for. */
export const ownWordsOf = (examples: readonly Example[]): ReadonlySet<string> =>
  new Set(examples.flatMap(({ text, label }) => (subjectOf(label) ? [] : words(text))));

/** The synonyms whose terms an article's own examples hold: those of another article would be known words of none of its. */
function synonymsOf(examples: readonly Example[], synonyms: Synonyms): Synonyms {
  const own = ownWordsOf(examples);
  return new Map([...synonyms].filter(([, term]) => term.split(' ').every((word) => own.has(word))));
}

/** What an article's ranker in a language is fitted on. */
export function fittedOn(knowledge: Knowledge, { article, language }: Which): FittedOn {
  const examples = examplesOf(inLanguage(knowledgeOf(knowledge, [article]), language));
  const synonyms = language === BASE_LANGUAGE ? synonymsOf(examples, knowledge.synonyms) : NO_SYNONYMS;
  const key = createHash('sha256')
    .update(JSON.stringify([examples, [...synonyms]]))
    .digest('hex');
  return { article, language, examples, synonyms, key };
}

/** The rankers that there are to be, the newest article's first, and of each English first. */
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

/** By what each ranker is cached. */
export type Keys = readonly Pick<FittedOn, 'article' | 'language' | 'key'>[];

/** A knowledge as it is cached, with the keys, which take long to find anew. */
export type CachedKnowledge = Pick<Material, 'knowledge' | 'leftOut' | 'keys'>;

/** What a ranker is cached as. */
export const rankerName = ({ article, language }: Which): string => `ranker-${article}-${language}`;

/** What the features of a ranker's own words are cached as. */
export const featuresName = ({ article, language }: Which): string => `features-${article}-${language}`;

/** What a knowledge is cached by: with its drafts served it has other keys. */
export const knowledgeKey = (hash: string, drafts: boolean): string => (drafts ? `${hash} with drafts` : hash);

/** What telling languages apart is learnt from, as a hash. */
export const languagesKey = (keys: Keys): string => keys.map(({ key }) => key).join(' ');

/** The material of a folder as its files are now, if all of it is cached. Throws if they cannot be read. */
export function readCached(folder: string, cache: Cache, drafts = false): Material | undefined {
  // What is wrong with the folder is told by whoever loads it.
  return existsSync(folder) ? cachedMaterial(readFiles(folder).hash, cache, drafts) : undefined;
}

/** The material of the knowledge of that hash, if all of it is cached. */
export function cachedMaterial(hash: string, cache: Cache, drafts = false): Material | undefined {
  const cached = cache.read<CachedKnowledge>('knowledge', knowledgeKey(hash, drafts));
  if (!cached) return undefined;
  const { keys } = cached;
  const languages = cache.read<LanguageModel>('languages', languagesKey(learntFrom(keys)));
  if (!languages) return undefined;
  const features = new Map<string, Int32Array>();
  for (const which of keys) {
    const known = cache.read<Int32Array>(featuresName(which), which.key);
    // The rankers themselves are read when somebody asks.
    if (!known || !cache.has(rankerName(which), which.key)) return undefined;
    features.set(rankerName(which), known);
  }
  return { ...cached, features, fitted: {}, languages };
}

/** So many articles tell enough of how a language is spelt. */
const LEARNT_FROM = 3;

/** The rankers from whose examples telling languages apart is learnt: those of a few articles of each language, the newest. */
export function learntFrom(keys: Keys): Keys {
  const byLanguage = Map.groupBy(keys, ({ language }) => language);
  return [...byLanguage.values()].flatMap((theirs) => theirs.slice(0, LEARNT_FROM));
}
