import { describe, expect, test } from 'vitest';
import { ensembleOf } from '../../../src/search/ranking/ensemble.ts';
import { lexiconOf, unknownWord } from '../../../src/search/ranking/lexicon.ts';
import { fitModel } from '../../../src/search/ranking/model.ts';
import { readerOf } from '../../../src/search/ranking/reading.ts';
import { makeRow, type Row, rowWriter } from '../../../src/search/ranking/rows.ts';
import { summedRowWriter } from '../../../src/search/ranking/summed-rows.ts';
import { makeVocabulary } from '../../../src/search/ranking/vocabulary.ts';
import { library } from './examples.ts';

// The synonym's word shares no piece with any phrasing.
const synonyms = new Map([['жук', 'book']]);
const model = fitModel(library, synonyms);
const { worth, pieces, labels } = model;
const lexicon = lexiconOf(model.frequencies.keys(), synonyms);
const read = readerOf((typed) => lexicon.get(typed) ?? unknownWord(typed));
const vocabulary = makeVocabulary(model.hashes);
const plain = rowWriter(vocabulary, worth);
const ensemble = ensembleOf(model.ensemble, labels.length);
const summed = summedRowWriter(makeRow(ensemble.columns, ensemble.values), vocabulary, worth, pieces);

/** The values of a row's features, those of a word's column dealt out to the word's pieces. */
function featuresOf({ columns, values, length }: Row): number[] {
  const dense = new Array<number>(vocabulary.size).fill(0);
  const add = (column: number, value: number) => {
    dense[column] = (dense[column] ?? 0) + value;
  };
  columns.subarray(0, length).forEach((column, at) => {
    const value = values[at] ?? 0;
    const word = column - vocabulary.size;
    if (word < 0) add(column, value);
    else
      for (const piece of pieces.columns.subarray(pieces.first[word], pieces.first[word + 1]))
        add(piece, (value * (worth[piece] ?? 0)) / (worth[column] ?? 0));
  });
  return dense;
}

describe.each([
  ['how do I renew a book', 'known words'],
  ['reading the closing of the opening', 'pieces that several words hold'],
  ['book book book', 'a word said again and again'],
  ['librarycards for rooks', 'unknown words, whose pieces are known'],
  ['lost librarycard card', 'a piece of a known and an unknown word'],
  ['жук', 'a known word without a known piece'],
  ['', 'nothing'],
])('"%s": %s', (text) => {
  test('comes to the same features as a row of them all', () => {
    const expected = featuresOf(plain(read(text)));
    const found = featuresOf(summed(read(text)));
    expect(found.length).toBe(expected.length);
    expect(found.every((value, column) => Math.abs(value - (expected[column] ?? 0)) < 1e-6)).toBe(true);
  });

  test('is judged alike, but for the rounding of weights', () => {
    const judged = (row: Row) => {
      ensemble.columns.set(row.columns.slice(0, row.length));
      ensemble.values.set(row.values.slice(0, row.length));
      ensemble.judge(row.length);
      return [...ensemble.mean];
    };
    const expected = judged(plain(read(text)));
    const found = judged(summed(read(text)));
    found.forEach((probability, label) => {
      expect(Math.abs(probability - (expected[label] ?? 0))).toBeLessThan(0.02);
    });
  });
});

test('a question leaves nothing behind for the next', () => {
  const before = featuresOf(summed(read('how many books may I borrow')));
  summed(read('the book of the books of the bookroom'));
  expect(featuresOf(summed(read('how many books may I borrow')))).toEqual(before);
});
