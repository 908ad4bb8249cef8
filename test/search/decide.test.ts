import { describe, expect, test } from 'vitest';
import { decide } from '../../src/search/decide.ts';
import { one, small, smallWith } from '../support/knowledge.ts';

const ranked = (scores: Record<string, number>) => Object.entries(scores).map(([label, score]) => ({ label, score }));
const found = (confidence: number, scores: Record<string, number>) => {
  const { status, parts } = decide({ ranked: ranked(scores), confidence }, null, small);
  const [part] = parts;
  return [status, part?.entry.id ?? null, part?.alsoMissing?.id ?? null];
};

describe('decide', () => {
  test('a sure question is answered', () => {
    expect(found(0.9, { 'how-many-trout': 0.9, 'lake-depth': 0.05 })).toEqual(['answered', 'how-many-trout', null]);
  });

  test('a gap close behind is named beside the answer', () => {
    expect(found(0.9, { 'how-many-trout': 0.6, 'lake-depth': 0.3 })).toEqual([
      'answered',
      'how-many-trout',
      'lake-depth',
    ]);
  });

  test('two near questions outweigh one gap that each of them alone does not', () => {
    const scores = { 'lake-depth': 0.31, 'how-many-trout': 0.3, 'which-day': 0.29 };
    expect(found(0.9, scores)).toEqual(['answered', 'how-many-trout', 'lake-depth']);
  });

  test('a gap that leads is what is not stated', () => {
    expect(found(0.9, { 'lake-depth': 0.8, 'how-many-trout': 0.1 })).toEqual(['not_stated', 'lake-depth', null]);
  });

  test('subjects outside the article that weigh more than all within it are nobody’s', () => {
    const scores = { 'outside:weather': 0.6, 'how-many-trout': 0.3, 'lake-depth': 0.1 };
    expect(found(0.9, scores)).toEqual(['no_match', null, null]);
  });

  test('without confidence nothing is said', () => {
    expect(found(0.01, { 'how-many-trout': 0.9 })).toEqual(['no_match', null, null]);
    expect(found(0.01, { 'lake-depth': 0.9 })).toEqual(['no_match', null, null]);
    expect(found(0, {})).toEqual(['no_match', null, null]);
  });

  test('candidates are entries only, nearest first', () => {
    const { candidates } = decide(
      {
        ranked: ranked({ 'outside:weather': 0.6, 'which-day': 0.3, gone: 0.1 }),
        confidence: 0.9,
      },
      null,
      small,
    );
    expect(candidates.map(({ entry, score }) => [entry.id, score])).toEqual([['which-day', 0.3]]);
  });
});

describe('why it came to that', () => {
  const why = (confidence: number, scores: Record<string, number>) =>
    decide({ ranked: ranked(scores), confidence }, 'who', small).why;

  test('a chance that is too small is said with the line it misses', () => {
    expect(why(0.04, { 'how-many-trout': 0.9 })).toMatch(/^The chance that the first is right, 4 %, is below 10 %/);
    expect(why(0.12, { 'how-many-trout': 0.9 })).toMatch(/^It asks back, .* 12 %, is below 14 %/);
  });

  test('else the side that weighs most, and what all weigh', () => {
    expect(why(0.9, { 'outside:weather': 0.6, 'how-many-trout': 0.3 })).toMatch(
      /^What is not in the article weighs most/,
    );
    expect(why(0.9, { 'lake-depth': 0.8, 'how-many-trout': 0.1 })).toMatch(
      /^Gaps weigh most. The weights: gaps 0\.512, /,
    );
    expect(why(0.9, { 'how-many-trout': 0.9, 'lake-depth': 0.05 })).toMatch(/^Questions weigh most/);
  });
});

test('with little confidence it asks back which of the nearest was meant', () => {
  const { status, parts, asksBack } = decide(
    { ranked: ranked({ 'how-many-trout': 0.5 }), confidence: 0.12 },
    'who',
    small,
  );
  expect([status, parts, asksBack]).toEqual(['no_match', [], true]);
});

describe('of two gaps', () => {
  const depth = one(small.entries, 'lake-depth');
  const phrasings = ['who is the owner', 'whose lake is it'];
  const knowledge = smallWith({ entries: [{ ...depth, id: 'lake-owner', question: 'Who owns the lake?', phrasings }] });
  const missing = (scores: Record<string, number>) =>
    decide({ ranked: ranked(scores), confidence: 0.9 }, 'who', knowledge).parts[0]?.entry.id;

  test('the one that is asked so is said to be missing, rather than one of another aspect', () => {
    expect(missing({ 'lake-depth': 0.5, 'lake-owner': 0.3 })).toBe('lake-owner');
  });

  test('but not in place of one that is surely asked, whatever word asks', () => {
    expect(missing({ 'lake-depth': 0.9, 'lake-owner': 0.05 })).toBe('lake-depth');
  });
});

describe('an answer that says itself that something is missing', () => {
  const trout = one(small.entries, 'how-many-trout');
  const answer = 'Ben Reed says 40. The article does not say of which age.';
  const depth = one(small.entries, 'lake-depth');
  const phrasings = ['who is the owner', 'whose lake is it'];
  const owner = { ...depth, id: 'lake-owner', question: 'Who owns the lake?', phrasings };
  const knowledge = smallWith({ entries: [{ ...trout, answer }, owner] });
  const mentioned = (asked: 'who' | 'which', score: number) => {
    const scores = ranked({ 'how-many-trout': 0.6, 'lake-owner': score });
    return decide({ ranked: scores, confidence: 0.9 }, asked, knowledge).parts[0]?.alsoMissing?.id;
  };

  test('still mentions a gap of the type that was asked for', () => {
    expect(mentioned('who', 0.05)).toBe('lake-owner');
  });

  test('but no other gap, however near', () => {
    expect(mentioned('which', 0.3)).toBeUndefined();
  });
});
