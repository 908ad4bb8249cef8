/** The languages that questions are answered in: the knowledge in each, and which of them a text is in. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { inLanguage } from '../knowledge/translate.ts';
import { BASE_LANGUAGE, type Messages, messagesIn } from '../messages/messages.ts';
import type { Likely } from '../search/languages.ts';
import type { Ranker } from '../search/ranking/index.ts';
import { buildSearch, type Search } from '../search/search.ts';

/** The knowledge in one language, its search, and what the bot says in it. */
export interface Spoken {
  readonly knowledge: Knowledge;
  readonly search: Search;
  /** All that is said, in the language. */
  readonly messages: Messages;
}

export interface Languages {
  /** Their codes, English first. */
  readonly spoken: readonly string[];
  /** The knowledge in a language; in English if it is none of these. */
  readonly in: (language: string) => Spoken;
  /** The language of what somebody wrote: `expected`, unless its words are of another. */
  readonly of: (text: string, expected: string) => string;
}

/** How much more likely the expected language is than the letters say, and English, which is written by all. */
const EXPECTED = 4;
const SPOKEN_BY_ALL = 2;
/** From this share on, the letters alone say which it is. */
const SURE = 0.9;
/** A language with less is no candidate when they do not. */
const POSSIBLE = 0.05;

/** What questions are answered in. A language's ranker and its search are made when somebody first asks in it. */
export function createLanguages(
  knowledge: Knowledge,
  rankers: Readonly<Record<string, () => Ranker>>,
  detect: (text: string) => readonly Likely[],
): Languages {
  const made = new Map<string, Spoken>();
  function spokenIn(language: string): Spoken {
    const known = made.get(language);
    if (known) return known;
    const rankerIn = rankers[language];
    if (!rankerIn) return spokenIn(BASE_LANGUAGE);
    const translated = inLanguage(knowledge, language);
    const spoken = {
      knowledge: translated,
      search: buildSearch(translated, rankerIn()),
      messages: messagesIn(language),
    };
    made.set(language, spoken);
    return spoken;
  }

  /** Of languages that the letters do not tell apart, the one in which more is known of the question. */
  function understood(text: string, likely: readonly Likely[]): string {
    const [best] = likely
      .map(({ language, share }) => ({ language, share, ...spokenIn(language).search.find(text) }))
      .sort((one, other) => other.confidence - one.confidence || other.share - one.share);
    return best?.language ?? BASE_LANGUAGE;
  }

  const spoken = Object.keys(rankers);
  return {
    spoken,
    in: spokenIn,
    of: (text, expected) => {
      if (spoken.length < 2 || !/\p{L}/u.test(text)) return spoken.includes(expected) ? expected : BASE_LANGUAGE;
      const weighed = detect(text).map(({ language, share }) => ({
        language,
        share: share * (language === expected ? EXPECTED : language === BASE_LANGUAGE ? SPOKEN_BY_ALL : 1),
      }));
      const all = weighed.reduce((sum, { share }) => sum + share, 0);
      const likely = weighed
        .map(({ language, share }) => ({ language, share: share / all }))
        .sort((one, other) => other.share - one.share);
      const [first] = likely;
      if (first && first.share >= SURE) return first.language;
      return understood(
        text,
        likely.filter(({ share }) => share >= POSSIBLE),
      );
    },
  };
}

/** English alone. */
export function onlyEnglish(knowledge: Knowledge, ranker: Ranker): Languages {
  return createLanguages(knowledge, { [BASE_LANGUAGE]: () => ranker }, () => []);
}
