import { expect, test } from 'vitest';
import { makeKernel, padded } from '../../../src/search/ranking/kernel.ts';
import { seededRandom } from '../../../src/search/ranking/random.ts';

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
  const slopes = kernel.floats(WIDTH);
  for (let at = 0; at < WIDTH; at++) slopes[at] = random();
  kernel.stepRows(slopes, inKernel, columns, values, 5);
  const steps = new Map([
    [3, 0.75],
    [0, -1],
    [19, 2],
    [7, 4],
  ]);
  for (let row = 0; row < ROWS; row++)
    for (let at = 0; at < WIDTH; at++)
      expect(inKernel[row * WIDTH + at]).toBeCloseTo(
        (matrix[row * WIDTH + at] ?? 0) - (steps.get(row) ?? 0) * (slopes[at] ?? 0),
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

test('a width is made up to whole turns', () => {
  expect([1, 48, 49, 77].map(padded)).toEqual([48, 48, 96, 96]);
});

test('arrays beyond the room asked for are refused', () => {
  const kernel = makeKernel(16);
  expect(() => kernel.floats(65_536)).toThrow(RangeError);
});
