import type { Knowledge } from '../knowledge/knowledge.ts';
import { words } from '../text/normalise.ts';
import { questionCompleter } from './complete-questions.ts';
import { decide, whyDecided } from './decide.ts';
import { factFinder } from './find-facts.ts';
import { speakerFinder } from './find-speakers.ts';
import type { Ranker, Ranking } from './ranking/index.ts';
import type { Search } from './search.ts';

/** The longest text that the ranker reads; a question is told by its beginning. */
const LONGEST_QUESTION = 1000;
/** Labels to sum belief over; those behind hold next to nothing. */
const RANKED = 12;
/** A label with less is nobody's suggestion, and squared it weighs nothing. */
const LEAST_BELIEF = 0.002;
/** What nearly every question shows at once: it has a word. */
const TWO_LETTERS = /[a-z]{2}/i;
const NOTHING: Ranking = { ranked: [], confidence: 0, answered: false };

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
