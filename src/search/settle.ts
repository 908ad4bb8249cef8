/** Combines what several articles find: which of them answer. */
import type { Article, Entry } from '../knowledge/knowledge.ts';
import { type SearchResult, SURE } from './decide.ts';

/** An article that answers with this confidence settles what others leave open. */
const SETTLES = 0.5;
/**
 * Further articles answer if each is sure, and the odds that it is wrong are at most this many times those of the surest.
 */
const AS_SURE = 25;
/** An article that has the exact wording is certain of its meaning there, but not that this article is meant. */
const MOST_SURE = 0.99;
/** The most articles whose answers to one question are shown in full; others are shown in short. */
const MOST_ANSWERS = 2;

/** The result of a question in one article. */
export interface Found {
  readonly article: Article;
  readonly result: SearchResult;
}

function oddsOfWrong({ confidence }: SearchResult): number {
  const sure = Math.min(confidence, MOST_SURE);
  return (1 - sure) / Math.max(sure, Number.EPSILON);
}

/** The entry that answers, as a list. */
export const firstEntry = ({ result }: Found): readonly Entry[] => result.parts.slice(0, 1).map(({ entry }) => entry);

const surest = (found: readonly Found[]): Found | undefined =>
  found.reduce<Found | undefined>(
    (best, one) => (best && best.result.confidence >= one.result.confidence ? best : one),
    undefined,
  );

/** The score of the nearest entry. */
const nearness = ({ result: { candidates } }: Found): number => candidates[0]?.score ?? 0;

/** Whether a result is sure, and about as sure as the best. */
export const isAsSure = (result: SearchResult, best: SearchResult): boolean =>
  result.confidence >= SURE && oddsOfWrong(result) <= AS_SURE * oddsOfWrong(best);

/** The articles that answer: the surest and those about as sure, and further ones that would; both newest first. */
function answering(found: readonly Found[], best: Found) {
  const also = found
    .filter((one) => one !== best && isAsSure(one.result, best.result))
    .sort((one, other) => other.result.confidence - one.result.confidence);
  const shown = [best, ...also.slice(0, MOST_ANSWERS - 1)];
  return {
    shown: found.filter((one) => shown.includes(one)),
    further: found.filter((one) => also.includes(one) && !shown.includes(one)),
  };
}

/**
 * Combines the results of all articles that were searched, newest first. An answer counts more than a gap, because a
 * gap is one only if no article settles it. Small talk and outside subjects are the same in every article, and count
 * once.
 */
export function settle(found: readonly Found[]): SearchResult {
  const answers = found.filter(({ result: { status, parts } }) => status === 'answered' && parts.length > 0);
  const beside = surest(found.filter(({ result }) => result.smallTalk !== null || result.outside));
  const gap = surest(found.filter(({ result: { status } }) => status === 'not_stated'));
  const best = surest(answers);
  const chance = ({ result }: Found) => result.confidence;
  if (beside && chance(beside) > Math.max(...[best, gap].map((one) => (one ? chance(one) : 0)))) return beside.result;
  if (best && (!gap || chance(best) >= Math.min(SETTLES, chance(gap)))) {
    const { shown, further } = answering(answers, best);
    const [first, ...others] = shown;
    if (!first) throw new Error('whoever is surest answers');
    return {
      ...first.result,
      elsewhere: others.flatMap(({ result }) => result.parts.slice(0, 1)),
      offered: further.flatMap(firstEntry),
    };
  }
  if (gap) return gap.result;
  const asksBack = surest(found.filter(({ result }) => result.asksBack));
  if (asksBack) return asksBack.result;
  const nearest = found.toSorted((one, other) => nearness(other) - nearness(one))[0];
  if (!nearest) throw new Error('a question is asked of one article at least');
  return nearest.result;
}
