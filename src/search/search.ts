/** What the rest of the program asks of the search: one object per loaded knowledge, built once, read-only. */
import type { Entry, Fact, Knowledge, Speaker } from '../knowledge/knowledge.ts';
import { words } from '../text/normalise.ts';
import { questionCompleter } from './complete-questions.ts';
import { decide, type Finding, whyDecided } from './decide.ts';
import { factFinder } from './find-facts.ts';
import { speakerFinder } from './find-speakers.ts';
import type { Explanation, Ranker, Ranking } from './ranking/index.ts';

export interface Explained extends Explanation {
  /** Which side won, in a line. */
  readonly why: string;
}

export interface Search {
  /** A question in plain words: what it comes to, and the nearest entries. */
  readonly find: (question: string) => Finding;
  /** The nearest entries, best first, however far they are. */
  readonly nearest: (question: string) => readonly Entry[];
  /** Why a question comes to that: for people who write phrasings, and slower. */
  readonly explain: (question: string) => Explained;
  /** Entries for what was typed so far, letter by letter, best first; for nothing typed, the most useful ones. */
  readonly completeQuestion: (typed: string, limit: number) => readonly Entry[];
  /** Facts that bear on some words, best first. */
  readonly facts: (words: string) => readonly Fact[];
  /** Speakers by name, alias or spelling, best first. */
  readonly speakers: (name: string) => readonly Speaker[];
}

/** The longest text that the ranker reads; a question is told by its beginning. */
const LONGEST_QUESTION = 1000;
/** Labels to sum belief over; those behind hold next to nothing. */
const RANKED = 12;
/** A label with less is nobody's suggestion, and squared it weighs nothing. */
const LEAST_BELIEF = 0.002;
/** What nearly every question shows at once: it has a word. */
const TWO_LETTERS = /[a-z]{2}/i;
const NOTHING: Ranking = { ranked: [], confidence: 0, answered: false, asked: false };

/** The search over a knowledge, with a ranker fitted on its examples. */
export function buildSearch(knowledge: Knowledge, ranker: Ranker): Search {
  const begun = (question: string) => question.slice(0, LONGEST_QUESTION);
  // Single letters are what is left of code and smileys; the ranker would take an "a" for a word that tells.
  const hasWord = (text: string) => TWO_LETTERS.test(text) || words(text).some((word) => word.length > 1);
  const rank = (question: string, least = LEAST_BELIEF): Ranking => {
    const read = begun(question);
    return hasWord(read) ? ranker.rank(read, RANKED, least) : NOTHING;
  };
  return {
    find: (question) => decide(rank(question), knowledge),
    nearest: (question) => rank(question, 0).ranked.flatMap(({ label }) => knowledge.entries.get(label) ?? []),
    explain: (question) => ({
      ...ranker.explain(begun(question)),
      why: whyDecided(rank(question), knowledge),
    }),
    completeQuestion: questionCompleter(knowledge),
    facts: factFinder(knowledge),
    speakers: speakerFinder(knowledge),
  };
}
