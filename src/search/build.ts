import { decide } from '../answer/decide.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { questionCompleter } from './complete-questions.ts';
import { factFinder } from './find-facts.ts';
import { speakerFinder } from './find-speakers.ts';
import type { Ranker } from './ranking/index.ts';
import type { Search } from './search.ts';

/** The longest text that the ranker reads; a question is told by its beginning. */
const LONGEST_QUESTION = 1000;
/** Labels to sum belief over; those behind hold next to nothing. */
const RANKED = 30;

/** The search over a knowledge, with a ranker fitted on its examples. */
export function buildSearch(knowledge: Knowledge, ranker: Ranker): Search {
  return {
    find: (question) => decide(ranker.rank(question.slice(0, LONGEST_QUESTION), RANKED), knowledge),
    completeQuestion: questionCompleter(knowledge),
    facts: factFinder(knowledge),
    speakers: speakerFinder(knowledge),
  };
}
