/** The languages in which the bot answers: the knowledge in each, and how to tell which one a text is in. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { knowledgeOf } from '../knowledge/of-articles.ts';
import { inLanguage } from '../knowledge/translate.ts';
import { BASE_LANGUAGE, type Messages, messagesIn } from '../messages/messages.ts';
import { SURE } from '../search/decide.ts';
import type { Likely } from '../search/languages.ts';
import type { ChooseArticles } from '../search/likeliest-articles.ts';
import type { Ranker } from '../search/ranking/index.ts';
import { buildSearch, type Search } from '../search/search.ts';
import { searchArticles } from '../search/search-articles.ts';

/** The knowledge in one language, its search, and the bot's messages. */
export interface Spoken {
  readonly knowledge: Knowledge;
  readonly search: Search;
  /** All messages, in the language. */
  readonly messages: Messages;
}

/** The fitted rankers, one for each article in each of its languages. */
export interface Rankers {
  /** The languages, English first. */
  readonly languages: readonly string[];
  /** The ranker of an article in a language; undefined if there is none. */
  readonly rankerOf: (article: string, language: string) => Ranker | undefined;
  /** Chooses the articles that a question in a language may be about. */
  readonly likeliestIn: (language: string) => ChooseArticles;
}

export interface Languages {
  /** The codes of the languages, English first. */
  readonly spoken: readonly string[];
  /** The knowledge in a language; in English if it is not one of these. */
  readonly in: (language: string) => Spoken;
  /** The language of a text: `expected`, unless its words are in another. `isFollowUp`: it follows an answer in that. */
  readonly of: (text: string, expected: string, isFollowUp?: boolean) => string;
}

/**
 * How much more likely the expected language is than the letters alone suggest; and English, which everybody writes.
 */
const EXPECTED = 4;
const SPOKEN_BY_ALL = 2;
/** The same of the language of the answer that a text follows: few people change it in between. */
const ANSWERED = 20;
/** From this probability on, the letters alone decide. */
const DETECTED = 0.9;
/** A language with a lower probability is not considered. */
const POSSIBLE = 0.05;

/** Creates the languages. A language's search is built when somebody first asks in it. */
export function createLanguages(
  knowledge: Knowledge,
  { languages: spoken, rankerOf, likeliestIn }: Rankers,
  detect: (text: string) => readonly Likely[],
): Languages {
  const made = new Map<string, Spoken>();
  function spokenIn(language: string): Spoken {
    const known = made.get(language);
    if (known) return known;
    if (!spoken.includes(language)) return spokenIn(BASE_LANGUAGE);
    const translated = inLanguage(knowledge, language);
    const all = { knowledge: translated, search: searchIn(language, translated), messages: messagesIn(language) };
    made.set(language, all);
    return all;
  }

  /** The search over the articles that can be asked about in a language. */
  function searchIn(language: string, translated: Knowledge): Search {
    const asked = knowledgeOf(
      translated,
      translated.articles.map(({ id }) => id).filter((id) => rankerOf(id, language)),
    );
    const searches = new Map<string, Search>();
    const searchOf = (article: string): Search => {
      const known = searches.get(article);
      const ranker = rankerOf(article, language);
      if (known) return known;
      if (!ranker) throw new Error(`no ranker of the article "${article}" in the language "${language}"`);
      const search = buildSearch(knowledgeOf(translated, [article]), ranker);
      searches.set(article, search);
      return search;
    };
    return searchArticles(asked, searchOf, likeliestIn(language));
  }

  /**
   * For languages that the letters do not tell apart: the likeliest if the search is sure in it, else the one in which
   * the question is understood best.
   */
  function understood(text: string, likely: readonly Likely[]): string {
    const found = ({ language, share }: Likely) => ({ language, share, ...spokenIn(language).search.find(text) });
    const [first, ...others] = likely;
    if (!first) return BASE_LANGUAGE;
    const best = found(first);
    // If the first is sure, another language's ranker need not be read.
    if (best.confidence >= SURE && best.parts.length > 0) return first.language;
    const [surest] = [best, ...others.map(found)].sort(
      (one, other) => other.confidence - one.confidence || other.share - one.share,
    );
    return surest?.language ?? first.language;
  }

  return {
    spoken,
    in: spokenIn,
    of: (text, expected, isFollowUp = false) => {
      if (spoken.length < 2 || !/\p{L}/u.test(text)) return spoken.includes(expected) ? expected : BASE_LANGUAGE;
      const prior = isFollowUp ? ANSWERED : EXPECTED;
      const weighed = detect(text).map(({ language, share }) => ({
        language,
        share: share * (language === expected ? prior : language === BASE_LANGUAGE ? SPOKEN_BY_ALL : 1),
      }));
      const all = weighed.reduce((sum, { share }) => sum + share, 0);
      const likely = weighed
        .map(({ language, share }) => ({ language, share: share / all }))
        .sort((one, other) => other.share - one.share);
      const [first] = likely;
      // A follow-up alone, such as "and Putin?", is understood in no language.
      if (first && (first.share >= DETECTED || isFollowUp)) return first.language;
      return understood(
        text,
        likely.filter(({ share }) => share >= POSSIBLE),
      );
    },
  };
}

/** English alone, with a ranker for each article. */
export function onlyEnglish(knowledge: Knowledge, rankerOf: (article: string) => Ranker): Languages {
  const languages = [BASE_LANGUAGE];
  const likeliestIn = (): ChooseArticles => (_question, among) => among;
  return createLanguages(knowledge, { languages, rankerOf, likeliestIn }, () => []);
}
