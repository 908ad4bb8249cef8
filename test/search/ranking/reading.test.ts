import { expect, test } from 'vitest';
import { lexiconOf, unknownWord } from '../../../src/search/ranking/lexicon.ts';
import { readerOf } from '../../../src/search/ranking/reading.ts';

const synonyms = new Map([
  ['city', 'town'],
  ['city on the strait', 'istanbul'],
  ['strait', 'water'],
  ['boats', 'boat'],
]);
const lexicon = lexiconOf(
  [...synonyms.keys()].flatMap((phrase) => phrase.split(' ')),
  synonyms,
);
const read = readerOf((word) => lexicon.get(word) ?? unknownWord(word));

test.each([
  ['the City is old', ['the', 'town', 'is', 'old'], ['town'], 'a word'],
  ['a city on the strait', ['a', 'istanbul'], ['istanbul'], 'a phrase of any length, and not the shorter ones in it'],
  ['city on the', ['town', 'on', 'the'], ['town'], 'a phrase that breaks off is none'],
  ['many boats', ['many', 'boat'], [], 'a term that is the word’s own stem is not said twice'],
  ['', [], [], 'nothing was said'],
])('%s → %j: %3$s', (text, terms, added) => {
  const reading = read(text);
  expect(reading.terms.map(({ text }) => text)).toEqual(terms);
  expect(reading.stems.slice(reading.words.length).map(({ text }) => text)).toEqual(added);
});
