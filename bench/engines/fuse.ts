import Fuse, { type IFuseOptions } from 'fuse.js';
import { answerOf, type Build, type Phrasing } from '../engine.ts';

const buildWith =
  (options: IFuseOptions<Phrasing>): Build =>
  (phrasings) => {
    const index = new Fuse(phrasings, { keys: ['text'], ...options });
    return (question) => answerOf(index.search(question, { limit: 1 })[0]?.item);
  };

export const buildFuse = buildWith({});
export const buildFuseTokens = buildWith({ useTokenSearch: true, threshold: 0.2 });
