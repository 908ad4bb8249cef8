import MiniSearch from 'minisearch';
import { answerOf, type Build } from '../engine.ts';

export const buildMiniSearch: Build = (phrasings) => {
  const index = new MiniSearch({ fields: ['text'] });
  index.addAll(phrasings.map(({ text }, id) => ({ id, text })));
  return (question) => {
    const [first] = index.search(question);
    return answerOf(first && phrasings[Number(first.id)]);
  };
};
