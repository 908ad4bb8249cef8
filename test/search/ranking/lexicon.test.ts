import { expect, test } from 'vitest';
import { lexiconOf, unknownWord } from '../../../src/search/ranking/lexicon.ts';

const synonyms = new Map([
  ['big boat', 'ship'],
  ['big boat on wheels', 'lorry'],
]);
const lexicon = lexiconOf(['boats', 'big', 'on', 'wheels', 'boat'], synonyms);

test('two forms of a word have one stem, known or not', () => {
  expect(lexicon.get('boats')?.stem).toEqual(lexicon.get('boat')?.stem);
  expect(unknownWord('boats').stem).toEqual(lexicon.get('boat')?.stem);
});

test('a word has the phrases that it begins, longest first', () => {
  expect(lexicon.get('big')?.phrases.map(({ term }) => term.text)).toEqual(['lorry', 'ship']);
  expect(lexicon.get('boat')?.phrases).toEqual([]);
});
