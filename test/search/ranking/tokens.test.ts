import { expect, test } from 'vitest';
import { tokeniserOf, wordReader } from '../../../src/search/ranking/tokens.ts';

const synonyms = new Map([
  ['city', 'town'],
  ['city on the strait', 'istanbul'],
  ['strait', 'water'],
  ['boats', 'boat'],
]);
const tokenise = tokeniserOf(wordReader(synonyms));

test.each([
  ['the City is old', ['the', 'town', 'is', 'old'], ['town'], 'a word'],
  ['a city on the strait', ['a', 'istanbul'], ['istanbul'], 'a phrase of any length, and not the shorter ones in it'],
  ['city on the', ['town', 'on', 'the'], ['town'], 'a phrase that breaks off is none'],
  ['many boats', ['many', 'boat'], [], 'a term that is the word’s own stem is not said twice'],
  ['', [], [], 'nothing was said'],
])('%s → %j: %3$s', (text, terms, added) => {
  const tokens = tokenise(text);
  expect(tokens.terms.map(({ text }) => text)).toEqual(terms);
  expect(tokens.stems.slice(tokens.words.length).map(({ text }) => text)).toEqual(added);
});

const wordOf = wordReader(
  new Map([
    ['big boat', 'ship'],
    ['big boat on wheels', 'lorry'],
  ]),
);

test('two forms of a word have one stem', () => {
  expect(wordOf('boats').stem).toEqual(wordOf('boat').stem);
});

test('a word has the phrases that it begins, longest first', () => {
  expect(wordOf('big').phrases.map(({ term }) => term.text)).toEqual(['lorry', 'ship']);
  expect(wordOf('boat').phrases).toEqual([]);
});
