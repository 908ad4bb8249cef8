import { describe, expect, it, test } from 'vitest';
import { fitRanker } from '../../../src/search/ranking/index.ts';
import { library } from './examples.ts';

const ranker = fitRanker(library);
const first = (text: string) => ranker.rank(text).ranked[0]?.label;

describe('the right entry comes first', () => {
  it.each([
    ['when do you open', 'opening-hours', 'the same words in another order'],
    ['library opening times', 'opening-hours', 'a related form of a word that is known'],
    ['may I borrow more books', 'borrow-limit', '"borrow" outweighs the "book" that many entries share'],
    ['book a room', 'reserve-room', 'to book is not a book: the pair "book a" and the room decide'],
    ['keep my novel longer', 'renew-loan', 'no word of "renew" is needed where a phrasing says it otherwise'],
    ['is there a fine if I bring it back late', 'late-fee', 'the telling words stand among many that tell nothing'],
    ['lost card', 'lost-card', 'a question of keywords alone'],
    ['what does a new card cost', 'lost-card', '"cost" is a fee too, but the card settles it'],
    ['OVERDUE CHARGES???', 'late-fee', 'capitals and marks tell nothing'],
    ['hello', 'greeting', 'a label that stands for small talk is a label'],
  ])('%s → %s: %s', (text, label) => expect(first(text)).toBe(label));
});

describe('a slip of the pen is forgiven', () => {
  it.each([
    ['how do I renw a book', 'renew-loan', 'a letter left out'],
    ['overdeu fine', 'late-fee', 'two letters swapped'],
    ['resserve the semminar room', 'reserve-room', 'letters doubled, in two words'],
    ['my crad was stoolen', 'lost-card', 'a swap and a doubling'],
    ['rplacement for a lsot card', 'lost-card', 'slips near the beginning of words'],
    ['maximumnumber of books', 'borrow-limit', 'a blank left out: the n-grams inside still match'],
    ['oppening houres', 'opening-hours', 'every word is wrong'],
  ])('%s → %s: %s', (text, label) => expect(first(text)).toBe(label));
});

test('near entries follow in the order of what they share', () => {
  const order = ranker.rank('can I keep a late book longer').ranked.map(({ label }) => label);
  // Keeping longer is renewing; "late" and "book" are the fee's; greetings share nothing.
  expect(order.slice(0, 2)).toEqual(['renew-loan', 'late-fee']);
  expect(order.indexOf('greeting')).toBeGreaterThan(order.indexOf('late-fee'));
});

describe('synonyms', () => {
  const synonyms = new Map([
    ['tome', 'book'],
    ['get back', 'return'],
    ['pass', 'card'],
    ['my membership thing', 'card'],
  ]);
  const knowing = fitRanker(library, { synonyms });

  it.each([
    ['I lost my pass', 'lost-card', 'a word that no phrasing holds stands for one that they do'],
    ['my membership thing is gone', 'lost-card', 'a phrase of three words stands for one'],
    ['replace my pas', 'lost-card', 'too short to be mended, the rest decides'],
    ['how many tomes may I borrow', 'borrow-limit', 'what a synonym does not cover, the other words do'],
  ])('%s → %s: %s', (text, label) => expect(knowing.rank(text).ranked[0]?.label).toBe(label));

  it('make a question likelier answered', () => {
    const question = 'my pass was stolen';
    expect(knowing.rank(question).confidence).toBeGreaterThan(ranker.rank(question).confidence);
  });
});

describe('the decision', () => {
  it.each([
    ['how many books may I borrow', 'word for word a phrasing'],
    ['my library card was stolen', 'close to two phrasings of one entry'],
    ['what is the fine for an overdue book', 'all its words are the entry’s'],
  ])('is sure of "%s": %s', (text) => expect(ranker.rank(text).confidence).toBeGreaterThan(0.6));

  it.each([
    ['xqzt vrrp wkkj', 'no word of it is known'],
    ['who won the football match yesterday', 'about something else altogether'],
    ['can the weather spoil our picnic', 'small words alone are no answer'],
    ['', 'nothing was asked'],
    ['?!… 👍', 'nothing that can be read was asked'],
  ])('has no answer to "%s": %s', (text) => expect(ranker.rank(text).confidence).toBeLessThan(0.6));

  it.each([
    ['how do I get there', 'half of it begins questions of several entries'],
    ['where is the library', 'its words are known, but what it asks is not'],
  ])('is not sure of "%s": %s', (text) => {
    const { confidence } = ranker.rank(text);
    expect(confidence).toBeGreaterThan(0.25);
    expect(confidence).toBeLessThan(0.6);
  });

  it('is surer of a whole question than of its half', () => {
    expect(ranker.rank('how do I renew a book').confidence).toBeGreaterThan(ranker.rank('how do I').confidence);
  });
});

test('the limit holds, and none gives none', () => {
  expect(ranker.rank('card', 2).ranked).toHaveLength(2);
  expect(ranker.rank('card').ranked).toHaveLength(7);
  expect(ranker.rank('card', 0).ranked).toEqual([]);
});

test('what is less likely than asked is left out', () => {
  const likely = ranker.rank('card').ranked.filter(({ score }) => score >= 0.01);
  expect(likely.length).toBeLessThan(7);
  expect(ranker.rank('card', 10, 0.01).ranked).toEqual(likely);
});

test('a result is not overwritten by the next question', () => {
  const before = ranker.rank('lost card');
  const copy = structuredClone(before);
  ranker.rank('when do you open');
  expect(before).toEqual(copy);
});

describe('with hardly anything to fit on', () => {
  it('ranks nothing where there is nothing', () => {
    expect(fitRanker([]).rank('anything')).toEqual({ ranked: [], confidence: 0 });
  });

  it('knows one phrasing by heart', () => {
    const [one] = fitRanker([{ text: 'the only question', label: 'only' }]).rank('only question').ranked;
    expect(one).toEqual({ label: 'only', score: 1 });
  });

  it('tells two labels apart by their words', () => {
    const two = fitRanker([
      { text: 'red apple', label: 'fruit' },
      { text: 'fast car', label: 'vehicle' },
    ]);
    expect(two.rank('an apple').ranked[0]?.label).toBe('fruit');
  });
});
