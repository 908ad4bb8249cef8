/** The search as the rest of the program uses it: one read-only object, built once per loaded knowledge. */
import type { Entry, Fact, Knowledge, Speaker } from '../knowledge/knowledge.ts';
import { BASE_LANGUAGE } from '../messages/messages.ts';
import { memoize } from '../text/memoize.ts';
import { words } from '../text/normalise.ts';
import { askedFor } from './asked-for.ts';
import { decideKnown } from './certain.ts';
import { questionCompleter } from './complete-questions.ts';
import { withCoverage } from './coverage.ts';
import { decide, type SearchResult, SURE } from './decide.ts';
import { asNoMatch, type Reading } from './entry-fit.ts';
import { factFinder } from './find-facts.ts';
import { speakerFinder } from './find-speakers.ts';
import { CLEAR, followUpTo } from './follow-up.ts';
import { mayBeFollowUp, tellsNothing, withPerson } from './fragment.ts';
import { english } from './grammar/english.ts';
import type { Grammar } from './grammar/grammar.ts';
import { fromLatin } from './grammar/latin-letters.ts';
import { grammarOf } from './grammar/of-words.ts';
import { sentencesOf, withSubject } from './halves.ts';
import { withLatinNames } from './latin-names.ts';
import type { Explanation, Ranker, Ranking } from './ranking/index.ts';
import { withSayer } from './sayer.ts';
import { withSmallWords } from './small-words.ts';
import { findBoth } from './two-questions.ts';

export interface Search {
  /** The small words of the language that is searched. */
  readonly grammar: Grammar;
  /**
   * Finds the answer to a question in plain words, and the nearest entries. A fragment is read as a follow-up to the
   * previous entry, which never changes how a whole question is read.
   */
  readonly find: (question: string, before?: Entry) => SearchResult;
  /** The nearest entries, best first, however far they are. */
  readonly nearest: (question: string) => readonly Entry[];
  /** Explains the scores of the nearest labels, for people who write phrasings; slower. */
  readonly explain: (question: string) => Explanation;
  /** Entries for a question that is still being typed, best first; for empty input, the most useful ones. */
  readonly completeQuestion: (typed: string, limit: number) => readonly Entry[];
  /** Facts that match some words, best first. */
  readonly facts: (words: string) => readonly Fact[];
  /** Speakers by name, alias or spelling, best first. */
  readonly speakers: (name: string) => readonly Speaker[];
  /** The same search, limited to the articles with these ids. */
  readonly among: (articles: readonly string[]) => Search;
}

/** The longest text that the ranker reads: the beginning of a question says what it asks. */
const LONGEST_QUESTION = 1000;
/** How many labels are weighed; the rest hold next to nothing. */
const RANKED = 12;
/** A label with less is not worth suggesting, and counts for nothing when it is weighed. */
const LEAST_BELIEF = 0.002;
/** A quick test that nearly every question passes: it has a word. */
const TWO_LETTERS = /\p{L}{2}/u;
const NOTHING: Ranking = { ranked: [], confidence: 0 };

/** Its index takes longer to build than the rest of the start, so it is built when somebody first types. */
const completerOf = memoize(questionCompleter);

/** The grammar of the knowledge's language; empty for a language without one. */
const grammarIn = ({ language, translations }: Knowledge): Grammar =>
  language === BASE_LANGUAGE ? english : grammarOf(translations.get(language)?.grammar);

/** The indexes for facts and speakers, built on first use. */
const factsOf = memoize((knowledge: Knowledge) => factFinder(knowledge, grammarIn(knowledge)));
const speakersOf = memoize(speakerFinder);

/** The part of a search that looks things up by words, which needs no ranker. */
export function lookUpIn(knowledge: Knowledge): Pick<Search, 'facts' | 'speakers'> {
  const isEnglish = knowledge.language === BASE_LANGUAGE;
  return {
    facts: (text) => factsOf(knowledge)(isEnglish ? withLatinNames(text, knowledge) : text),
    speakers: (name) => speakersOf(knowledge)(name),
  };
}

/** The search over the knowledge of one article in one language, with a ranker fitted on its examples. */
export function buildSearch(knowledge: Knowledge, ranker: Ranker): Search {
  const grammar = grammarIn(knowledge);
  const isEnglish = knowledge.language === BASE_LANGUAGE;
  const latin = knowledge.translations.get(knowledge.language)?.grammar?.latin;
  const begun = (question: string) => {
    const beginning = question.slice(0, LONGEST_QUESTION);
    const typed = isEnglish ? withLatinNames(beginning, knowledge) : fromLatin(beginning, latin);
    return withSmallWords(typed, grammar, (word) => ranker.correct(word));
  };
  // Code and smileys leave single letters behind; the ranker would take an "a" for a content word.
  const hasWord = (text: string) => TWO_LETTERS.test(text) || words(text).some((word) => word.length > 1);
  const rank = (question: string, least = LEAST_BELIEF): Ranking =>
    hasWord(question) ? ranker.rank(question, RANKED, least) : NOTHING;
  const knows = (word: string) => ranker.knows(word);
  const decideOn = (question: string) => decide(rank(question), askedFor(question, grammar), knowledge);
  const findOne = (question: string) =>
    withSayer(withCoverage(decideOn(question), question, grammar, knows), question, knowledge, grammar);
  const reading: Reading = { knowledge, grammar, findOne, knows };

  /** The one of several sentences that asks something: people begin with a greeting, or with why they ask. */
  function asked(text: string): SearchResult | undefined {
    return sentencesOf(text)
      .map(findOne)
      .filter(({ parts, confidence }) => parts.length > 0 && confidence >= SURE)
      .sort((one, other) => other.confidence - one.confidence)[0];
  }

  const search: Search = {
    ...lookUpIn(knowledge),
    grammar,
    among: () => search,
    find: (text, before) => {
      const typed = withSubject(begun(text), knowledge, grammar);
      const question = before ? withPerson(typed, before, knowledge, grammar) : typed;
      // A bare “where” stands in the knowledge too, and asks nothing without what came before.
      const asksNothing = words(question).length === 1 && tellsNothing(question, grammar);
      const known = asksNothing ? undefined : ranker.labelOf(question);
      // What stands in the knowledge word for word is not read any further.
      if (known !== undefined && !before) return decideKnown(known, decideOn(question).candidates, knowledge);
      const whole = findOne(question);
      const isNamed = question !== typed;
      const followUp =
        before && !(isNamed && known !== undefined) ? followUpTo(before, typed, whole, isNamed, reading) : undefined;
      if (followUp) return followUp;
      if (known !== undefined) return { ...decideKnown(known, whole.candidates, knowledge), goesOn: isNamed };
      const isUnclear =
        tellsNothing(question, grammar) || (mayBeFollowUp(question, grammar) && whole.confidence < CLEAR);
      if (isUnclear && !whole.smallTalk)
        return { ...asNoMatch(whole, 'No word of it tells what it is about.'), confidence: 0 };
      const found = findBoth(question, whole, reading);
      const isClear = found.parts.length > 1 || (found.parts.length === 1 && found.confidence >= SURE);
      const reply = isClear ? found : (asked(question) ?? found);
      return isNamed ? { ...reply, goesOn: reply.parts.length > 0 } : reply;
    },
    nearest: (question) => rank(begun(question), 0).ranked.flatMap(({ label }) => knowledge.entries.get(label) ?? []),
    explain: (question) => ranker.explain(begun(question)),
    completeQuestion: (typed, limit) => completerOf(knowledge)(begun(typed), limit),
  };
  return search;
}
