import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeKernel, padded } from '../../../../src/search/ranking/kernel/kernel.ts';
import { seededRandom } from '../../../../src/search/ranking/random.ts';

const WIDTH = 48;
const ROWS = 20;

function filled(kernel: ReturnType<typeof makeKernel>) {
  const random = seededRandom(1);
  const matrix = kernel.floats(WIDTH * ROWS).map(() => random() - 0.5);
  const inKernel = kernel.floats(WIDTH * ROWS);
  inKernel.set(matrix);
  const columns = kernel.integers(5);
  columns.set([3, 0, 19, 3, 7]);
  const values = kernel.floats(5);
  values.set([0.5, -1, 2, 0.25, 4]);
  return { matrix, inKernel, columns, values, random };
}

test('sums rows as plain loops do, and only as many as asked', () => {
  const kernel = makeKernel(8 * WIDTH * ROWS);
  const { matrix, inKernel, columns, values } = filled(kernel);
  const sums = kernel.floats(WIDTH).fill(1);
  kernel.addRows(sums, inKernel, columns, values, 4);
  for (let at = 0; at < WIDTH; at++) {
    let expected = 1;
    for (let k = 0; k < 4; k++) expected += (values[k] ?? 0) * (matrix[(columns[k] ?? 0) * WIDTH + at] ?? 0);
    expect(sums[at]).toBeCloseTo(expected, 5);
  }
});

test('steps rows, one named twice both times, and leaves the others', () => {
  const kernel = makeKernel(8 * WIDTH * ROWS);
  const { matrix, inKernel, columns, values, random } = filled(kernel);
  const gradients = kernel.floats(WIDTH);
  for (let at = 0; at < WIDTH; at++) gradients[at] = random();
  kernel.stepRows(gradients, inKernel, columns, values, 5);
  const steps = new Map([
    [3, 0.75],
    [0, -1],
    [19, 2],
    [7, 4],
  ]);
  for (let row = 0; row < ROWS; row++)
    for (let at = 0; at < WIDTH; at++)
      expect(inKernel[row * WIDTH + at]).toBeCloseTo(
        (matrix[row * WIDTH + at] ?? 0) - (steps.get(row) ?? 0) * (gradients[at] ?? 0),
        5,
      );
});

test('multiplies each row by a vector', () => {
  const kernel = makeKernel(8 * WIDTH * ROWS);
  const { matrix, inKernel, random } = filled(kernel);
  const vector = kernel.floats(WIDTH);
  for (let at = 0; at < WIDTH; at++) vector[at] = random();
  const products = kernel.floats(ROWS);
  kernel.multiplyRows(products, inKernel, vector);
  for (let row = 0; row < ROWS; row++) {
    let expected = 0;
    for (let at = 0; at < WIDTH; at++) expected += (matrix[row * WIDTH + at] ?? 0) * (vector[at] ?? 0);
    expect(products[row]).toBeCloseTo(expected, 4);
  }
});

test('a width is padded to whole turns', () => {
  expect([1, 8, 9, 77].map(padded)).toEqual([8, 8, 16, 80]);
});

test('arrays beyond the room asked for are refused', () => {
  const kernel = makeKernel(16);
  expect(() => kernel.floats(65_536)).toThrow(RangeError);
});

const numbers = (min: number, max: number, length = WIDTH) =>
  fc.array(fc.double({ min, max, noNaN: true }), { minLength: length, maxLength: length });

test('the hyperbolic tangent is right to six places, odd, and 0 at 0', () => {
  const kernel = makeKernel(2 * WIDTH);
  const [ahead, back] = [kernel.floats(WIDTH), kernel.floats(WIDTH)];
  fc.assert(
    fc.property(numbers(-100, 100), (values) => {
      ahead.set(values);
      back.set(values.map((value) => -value));
      kernel.tanh(ahead);
      kernel.tanh(back);
      values.forEach((value, at) => {
        expect(ahead[at]).toBeCloseTo(Math.tanh(value), 6);
        expect(back[at]).toBe(-(ahead[at] as number));
      });
    }),
  );
  ahead.fill(0);
  kernel.tanh(ahead);
  expect([...ahead]).toEqual(Array(WIDTH).fill(0));
});

test('softmax is right to six digits, and leaves the padding at 0', () => {
  const kernel = makeKernel(2 * WIDTH);
  const scores = kernel.floats(2 * WIDTH);
  fc.assert(
    fc.property(numbers(-60, 60, WIDTH + 3), (values) => {
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
      expect([...scores.subarray(values.length)]).toEqual(Array(WIDTH - 3).fill(0));
    }),
  );
});

test('scores that are all alike share alike', () => {
  const kernel = makeKernel(WIDTH);
  const scores = kernel.floats(WIDTH).fill(-7);
  kernel.softmax(scores);
  expect([...scores]).toEqual(Array(WIDTH).fill(Math.fround(1 / WIDTH)));
});
