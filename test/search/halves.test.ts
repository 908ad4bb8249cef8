/** Where a text may be split into two questions, by English. */
import { describe, expect, test } from 'vitest';
import { asksSomething } from '../../src/search/asked-for.ts';
import { english } from '../../src/search/grammar/english.ts';
import { halvesOf, sharedHalvesOf, withSubject } from '../../src/search/halves.ts';
import { small } from '../support/knowledge.ts';

describe('two questions', () => {
  test.each([
    ['who led it and when was it', { first: 'who led it', second: 'when was it', isListed: false }],
    ['Who led it, when was it?', { first: 'Who led it', second: 'when was it?', isListed: true }],
    [
      'tell me who he is and whether he came',
      { first: 'tell me who he is', second: 'whether he came', isListed: false },
    ],
    ['was it about land and about NATO', { first: 'was it about land', second: 'about NATO', isListed: false }],
  ])('%s', (text, halves) => {
    expect(halvesOf(text, english)).toContainEqual(halves);
  });
});

describe('two matters of one question', () => {
  test.each([
    ['What did Macron and Starmer say?', { first: 'what did macron', second: 'what did starmer say' }],
    ['are there sanctions or weapons', { first: 'are there sanctions', second: 'are weapons' }],
  ])('%s', (text, halves) => {
    expect(sharedHalvesOf(text, english)).toEqual([halves]);
  });

  test('nothing is joined to what asks alone', () => {
    expect(sharedHalvesOf('who and why', english)).toEqual([]);
  });
});

test.each([
  ['the meeting of the two presidents', false],
  ['Zelensky says Moscow is not serious', false],
  ['the talks were where', true],
  ['what did Trump say', true],
  ['is Putin there', true],
])('%s: asks something: %s', (text, asks) => {
  expect(asksSomething(text, english)).toBe(asks);
});

describe('a name in front of a question', () => {
  const subject = (text: string) => withSubject(text, small, english);

  test('stands for its “he”', () => {
    expect(subject('what about the mayor, what did she say')).toBe('what did ada stone say');
    expect(subject('and Ben Reed, where was he')).toBe('where was ben reed');
    expect(subject('Ben Reed: did he come?')).toBe('Ben Reed: did he come?');
  });

  test('stays where more is asked or said of it', () => {
    for (const text of [
      'who is the mayor, and what did she say',
      'the mayor came, what did she say',
      'what did she say',
    ])
      expect(subject(text)).toBe(text);
  });
});
