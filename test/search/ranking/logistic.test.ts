import { expect, test } from 'vitest';
import { type Case, fitLogistic, logistic } from '../../../src/search/ranking/logistic.ts';

const WEIGHT = 1 / 10;
/** So many cases of ten with these inputs, of which so many are right. */
const casesOf = (inputs: readonly number[], count: number, right: number): Case[] =>
  Array.from({ length: count }, (_, at) => ({ inputs, target: at < right ? 1 : 0, weight: WEIGHT }));

test('with a bias alone it comes to the share of the right ones', () => {
  const weights = fitLogistic(casesOf([1], 10, 7), [0], 0);
  expect(logistic(weights, [1])).toBeCloseTo(0.7, 5);
});

test('each of two groups comes to its own share', () => {
  const weights = fitLogistic([...casesOf([0, 1], 5, 1), ...casesOf([1, 1], 5, 4)], [0, 0], 0);
  expect(logistic(weights, [0, 1])).toBeCloseTo(0.2, 4);
  expect(logistic(weights, [1, 1])).toBeCloseTo(0.8, 4);
});

test('a case that counts more pulls more', () => {
  const cases: Case[] = [
    { inputs: [1], target: 1, weight: 0.9 },
    { inputs: [1], target: 0, weight: 0.1 },
  ];
  expect(logistic(fitLogistic(cases, [0], 0), [1])).toBeCloseTo(0.9, 5);
});

test('the ridge holds weights near the prior, more of it nearer', () => {
  const cases = casesOf([1], 10, 10);
  const [weak, strong] = [0.1, 10].map((ridge) => fitLogistic(cases, [-2], ridge)[0] as number);
  expect(strong).toBeGreaterThan(-2);
  expect(strong).toBeLessThan(-1.9);
  expect(weak).toBeGreaterThan(strong as number);
});

test('a weight that no case bears on stays the prior’s', () => {
  expect(fitLogistic(casesOf([1, 0], 10, 3), [0, 1.5], 0.01)[1]).toBeCloseTo(1.5, 9);
});
