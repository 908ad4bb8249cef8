import { expect, test } from 'vitest';
import { makeKernel, strideOf } from '../../../src/search/ranking/kernel/kernel.ts';
import { quantise, weightAt } from '../../../src/search/ranking/quantise.ts';
import { seededRandom } from '../../../src/search/ranking/random.ts';

const WIDTH = 144;
const ROWS = 20;

function quantised() {
  const random = seededRandom(1);
  const kernel = makeKernel((ROWS * strideOf(WIDTH)) / 4 + 4 * WIDTH);
  const matrix = kernel.bytes(ROWS * strideOf(WIDTH));
  // Rows of very different sizes, as rare and frequent features have.
  const rows = Array.from({ length: ROWS }, (_, row) =>
    Float32Array.from({ length: WIDTH }, () => (random() - 0.5) * 10 ** ((row % 5) - 2)),
  );
  rows.forEach((weights, row) => {
    quantise(weights, matrix, row);
  });
  return { kernel, matrix, rows };
}

test('no weight is off by more than half a step of its row', () => {
  const { matrix, rows } = quantised();
  rows.forEach((weights, row) => {
    const step = Math.max(...weights.map(Math.abs)) / 127;
    weights.forEach((weight, at) => {
      expect(Math.abs(weightAt(matrix, WIDTH, row, at) - weight)).toBeLessThanOrEqual(step * 0.501);
    });
  });
});

test('a row of zeros stays one', () => {
  const { matrix } = quantised();
  quantise(new Float32Array(WIDTH), matrix, 3);
  expect(weightAt(matrix, WIDTH, 3, 7)).toBe(0);
});

test('rows are summed as plain loops over the same weights do, and only as many as asked', () => {
  const { kernel, matrix } = quantised();
  const columns = kernel.integers(5);
  columns.set([3, 0, 19, 3, 7]);
  const values = kernel.floats(5);
  values.set([0.5, -1, 2, 0.25, 4]);
  const sums = kernel.floats(WIDTH).fill(1);
  kernel.addRows(sums, matrix, columns, values, 4);
  for (let at = 0; at < WIDTH; at++) {
    let expected = 1;
    for (let k = 0; k < 4; k++) expected += (values[k] ?? 0) * weightAt(matrix, WIDTH, columns[k] ?? 0, at);
    expect(sums[at]).toBeCloseTo(expected, 3);
  }
});
