import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeKernel } from '../../../src/search/ranking/kernel.ts';
import { LANES } from '../../../src/search/ranking/loops.ts';

const numbers = (min: number, max: number, length = LANES) =>
  fc.array(fc.double({ min, max, noNaN: true }), { minLength: length, maxLength: length });

test('the hyperbolic tangent is right to six places, odd, and 0 at 0', () => {
  const kernel = makeKernel(2 * LANES);
  const [ahead, back] = [kernel.floats(LANES), kernel.floats(LANES)];
  fc.assert(
    fc.property(numbers(-100, 100), (values) => {
      ahead.set(values);
      back.set(values.map((value) => -value));
      kernel.tangent(ahead);
      kernel.tangent(back);
      values.forEach((value, at) => {
        expect(ahead[at]).toBeCloseTo(Math.tanh(value), 6);
        expect(back[at]).toBe(-(ahead[at] as number));
      });
    }),
  );
  ahead.fill(0);
  kernel.tangent(ahead);
  expect([...ahead]).toEqual(Array(LANES).fill(0));
});

test('softmax is right to six digits, and leaves what is made up to whole turns at 0', () => {
  const kernel = makeKernel(2 * LANES);
  const scores = kernel.floats(2 * LANES);
  fc.assert(
    fc.property(numbers(-60, 60, LANES + 3), (values) => {
      scores.fill(Number.NEGATIVE_INFINITY);
      scores.set(values);
      const floats = scores.slice(0, values.length);
      const highest = Math.max(...floats);
      // All is reckoned in floats, the difference too.
      const powers = Array.from(floats, (score) => Math.exp(Math.fround(score - highest)));
      const sum = powers.reduce((one, other) => one + other);
      kernel.softmax(scores);
      powers.forEach((power, at) => {
        // What is nothing beside the highest is 0.
        if (power > 1e-30) expect((scores[at] as number) / (power / sum)).toBeCloseTo(1, 5);
        else expect(scores[at]).toBeLessThan(1e-29);
      });
      expect([...scores.subarray(values.length)]).toEqual(Array(LANES - 3).fill(0));
    }),
  );
});

test('scores that are all alike share alike', () => {
  const kernel = makeKernel(LANES);
  const scores = kernel.floats(LANES).fill(-7);
  kernel.softmax(scores);
  expect([...scores]).toEqual(Array(LANES).fill(Math.fround(1 / LANES)));
});
