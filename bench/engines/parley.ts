import { fitRanker } from '../../src/search/ranking/index.ts';
import { decisionOn } from '../decision.ts';
import type { Build } from '../engine.ts';

export const buildParley: Build = (phrasings) => {
  const ranker = fitRanker(phrasings);
  return (question) => {
    const ranking = ranker.rank(question, 1);
    return { label: ranking.ranked[0]?.label ?? null, answered: decisionOn(ranking).answered };
  };
};
