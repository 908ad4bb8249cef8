import { describe, expect, it } from 'vitest';
import { fitModel } from '../../../src/search/ranking/model.ts';
import { rowWriter } from '../../../src/search/ranking/rows.ts';
import { tokeniserOf, wordReader } from '../../../src/search/ranking/tokens.ts';
import { makeVocabulary } from '../../../src/search/ranking/vocabulary.ts';
import { library } from './examples.ts';

// The synonym's word shares no n-gram with any phrasing.
const synonyms = new Map([['жук', 'book']]);
const model = fitModel(library, synonyms);
const tokenise = tokeniserOf(wordReader(synonyms));
const writeRow = rowWriter(makeVocabulary(model.hashes), model.idf);

/** A copy of the row of a text, which the next text does not overwrite. */
function rowOf(text: string) {
  const { columns, values, length, ...rest } = writeRow(tokenise(text));
  return { ...rest, columns: [...columns.subarray(0, length)], values: [...values.subarray(0, length)] };
}
const lengthOf = (values: readonly number[]) => Math.hypot(...values);

describe('the row of a text', () => {
  it.each([
    ['how do I renew a book', 'known words'],
    ['book book book', 'a word said again and again'],
    ['librarycards for rooks', 'unknown words, whose n-grams are known'],
  ])('has length 1, and each column once: "%s", %s', (text) => {
    const { columns, values } = rowOf(text);
    expect(lengthOf(values)).toBeCloseTo(1, 6);
    expect(new Set(columns).size).toBe(columns.length);
  });

  it('has words first, then bigrams, then character n-grams', () => {
    const { words, ngrams, columns } = rowOf('lost card');
    // "(begins) + lost" is no bigram of any phrasing, and "card + (ends)" is.
    expect([words, ngrams]).toEqual([2, 3]);
    expect(columns.length).toBeGreaterThan(ngrams);
  });

  it('counts a word that no phrasing holds', () => {
    expect(rowOf('lost giraffe')).toMatchObject({ words: 1, unknownWords: 1 });
  });

  it('counts a repeated word more, but not twice as much', () => {
    // The first word's value, with the second's as the scale.
    const share = ([first, second]: readonly number[]) => (first as number) / (second as number);
    const ratio = share(rowOf('card card lost').values) / share(rowOf('card lost').values);
    expect(ratio).toBeCloseTo(1 + Math.log(2), 5);
  });

  it.each([
    ['', 'nothing was said'],
    ['图书馆', 'nothing of it is known'],
  ])('is empty: "%s", %s', (text) => expect(rowOf(text)).toMatchObject({ columns: [], values: [] }));

  it('has the word of a synonym, of which nothing else is known', () => {
    expect(rowOf('жук').words).toBe(1);
  });

  it('leaves nothing behind for the next', () => {
    const before = rowOf('how many books may I borrow');
    rowOf('the book of the books of the bookroom');
    expect(rowOf('how many books may I borrow')).toEqual(before);
  });
});
