import { expect, test } from 'vitest';
import { fuzzyWords } from '../../src/search/fuzzy.ts';

const VOCABULARY = ['start', 'art', 'prisoner', 'prisoners', 'ceasefire', 'war', 'warsaw'];
const match = fuzzyWords(VOCABULARY, VOCABULARY);
const found = (typed: string, unfinished = false) => match(typed, unfinished).map(({ word }) => word);

test('"art" is not in "start"', () => {
  expect(found('art')).toEqual(['art']);
});

test('a word typed in full is not the beginning of another, unless long enough to be a form of it', () => {
  expect(found('war')).toEqual(['war']);
  expect(found('war', true)).toEqual(['war', 'warsaw']);
  expect(found('prisoner')).toEqual(['prisoner', 'prisoners']);
  expect(found('prisoners')).toEqual(['prisoners', 'prisoner']);
});

test.each(['ceasefier', 'caesefire', 'ceesefire', 'xeasefire', 'ceasfire'])('%j is mended', (typed) => {
  expect(found(typed)).toEqual(['ceasefire']);
});

test('a mended word is worth less than the word itself', () => {
  expect(match('ceasefire', false)[0]?.closeness).toBe(1);
  expect(match('ceasfire', false)[0]?.closeness).toBeLessThan(0.75);
});

test.each(['xyz', 'wra', 'mountains', `ceesfire${'x'.repeat(40)}`])('%j is no word of these', (typed) => {
  expect(found(typed)).toEqual([]);
});
