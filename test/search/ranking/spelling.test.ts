import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { editDistance, spellerOf } from '../../../src/search/ranking/spelling.ts';

describe('editDistance', () => {
  it.each([
    ['truce', 'truce', 0],
    ['truce', 'trce', 1],
    ['truce', 'trucce', 1],
    ['truce', 'trube', 1],
    ['truce', 'turce', 1],
    ['delegation', 'deligaton', 2],
    ['', 'ab', 2],
  ])('%s and %s: %i', (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(distance);
    expect(editDistance(other, one, 2)).toBe(distance);
  });

  it('stops counting past the limit', () => expect(editDistance('exchange', 'delegate', 2)).toBe(3));
});

const { knows, correct } = spellerOf(
  new Map([
    ['exchange', 5],
    ['prisoner', 7],
    ['delegation', 3],
    ['talk', 9],
    ['tale', 1],
    ['led', 4],
    ['2025', 2],
  ]),
);

describe('correct', () => {
  it.each([
    ['exhange', 'exchange', 'a letter left out'],
    ['exchagne', 'exchange', 'two letters swapped'],
    ['deligaton', 'delegation', 'two slips in a long word'],
    ['rpisoner', 'prisoner', 'the first two letters swapped'],
    ['talf', 'talk', 'as near to two words: the more frequent'],
    ['prisoners', 'prisoners', 'another form of a known word stands'],
    ['walk', 'walk', 'a short word that begins otherwise is another word'],
    ['lef', 'lef', 'too short to tell'],
    ['2024', '2024', 'a number one digit off is another number'],
    ['elephant', 'elephant', 'near nothing'],
  ])('%s → %s: %s', (typed, meant) => expect(correct(typed)).toBe(meant));

  it('gives a known word for any one slip inside a longer one', () => {
    const slip = fc.record({
      at: fc.integer({ min: 1, max: 8 }),
      letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      kind: fc.constantFrom('leave out', 'put in', 'change'),
    });
    fc.assert(
      fc.property(slip, ({ at, letter, kind }) => {
        const rest = 'delegation'.slice(kind === 'put in' ? at : at + 1);
        const typed = 'delegation'.slice(0, at) + (kind === 'leave out' ? '' : letter) + rest;
        expect(correct(typed)).toBe(knows(typed) ? typed : 'delegation');
      }),
    );
  });
});

test('a word is known by itself or by its stem', () => {
  expect(['talks', 'talking', 'exchanged', 'led'].every(knows)).toBe(true);
  expect(knows('leading')).toBe(false);
});
