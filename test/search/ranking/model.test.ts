import { expect, test } from 'vitest';
import { eachWordAndBigram, WORD } from '../../../src/search/ranking/features.ts';
import { featuresOf } from '../../../src/search/ranking/model.ts';
import { tokeniserOf, wordReader } from '../../../src/search/ranking/tokens.ts';

const tokenise = tokeniserOf(wordReader(new Map()));

/** How many of a text's words, and of its bigrams and n-grams, are features of `usual` texts and of it. */
function keptOf(text: string, usual: number) {
  const often = tokenise('where is the library');
  const tokens = tokenise(text);
  const { vocabulary } = featuresOf([...Array.from({ length: usual }, () => often), tokens]);
  const kept = { words: 0, others: 0 };
  const look = (hash: number, kind?: number) => {
    if (vocabulary.find(hash) >= 0) kept[kind === WORD ? 'words' : 'others']++;
  };
  eachWordAndBigram(tokens, look);
  for (const { ngrams } of tokens.words) for (const hash of ngrams) look(hash);
  return kept;
}

test('of few phrasings each feature counts, of very many only words do that a single one holds', () => {
  const few = keptOf('quiz jump', 3);
  expect(few).toEqual({ words: 2, others: expect.any(Number) });
  expect(few.others).toBeGreaterThan(10);
  expect(keptOf('quiz jump', 25_000)).toEqual({ words: 2, others: 0 });
});
