import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exponential, hyperbolicTangent } from '../../../src/search/ranking/exponential.ts';

test('the exponential is right to eight digits, and 0 where it is nothing beside 1', () => {
  fc.assert(
    fc.property(fc.double({ min: -39.9, max: 0, noNaN: true }), (power) => {
      expect(exponential(power) / Math.exp(power)).toBeCloseTo(1, 7);
    }),
  );
  expect(exponential(0)).toBe(1);
  expect(exponential(-40)).toBe(0);
  expect(exponential(Number.NEGATIVE_INFINITY)).toBe(0);
});

test('the hyperbolic tangent is right to eight places, odd, and 0 at 0', () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (value) => {
      expect(hyperbolicTangent(value)).toBeCloseTo(Math.tanh(value), 7);
      expect(hyperbolicTangent(-value)).toBeCloseTo(-hyperbolicTangent(value), 12);
    }),
  );
  expect(hyperbolicTangent(0)).toBe(0);
});
