import { fitRanker } from '../../src/search/ranking/index.ts';
import type { Build } from '../engine.ts';

export const buildParley: Build = (phrasings) => {
  const ranker = fitRanker(phrasings);
  return (question) => {
    const { ranked, answered } = ranker.rank(question, 1);
    return { label: ranked[0]?.label ?? null, answered };
  };
};
