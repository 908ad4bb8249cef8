import { makeKernel, padded } from '../../src/search/ranking/kernel/kernel.ts';
import type { Features } from '../../src/search/ranking/network.ts';
import { seededRandom, shuffle } from '../../src/search/ranking/random.ts';
import type { Rows } from '../../src/search/ranking/rows.ts';
import { adaGradOf, crossEntropyGradient, dropoutOf, REGULARISATION } from '../../src/search/ranking/training.ts';

const EPOCHS = 4;
/** More features than any text of the sets has. */
const WIDEST_ROW = 30_000;
const { keep, smoothing } = REGULARISATION;

/** Fits a network without a hidden layer (multinomial logistic regression), otherwise like the others. */
export function fitLinear(rows: Rows, targets: Int32Array, labels: number, features: number) {
  const width = padded(labels);
  const kernel = makeKernel((features + 1) * width + 3 * padded(WIDEST_ROW));
  const weights = kernel.floats(features * width);
  const probabilities = kernel.floats(width);
  const row = { columns: kernel.integers(WIDEST_ROW), values: kernel.floats(WIDEST_ROW), length: 0 };
  const steps = kernel.floats(WIDEST_ROW);
  const predict = (length: number): Float32Array => {
    probabilities.fill(0).fill(Number.NEGATIVE_INFINITY, labels);
    kernel.addRows(probabilities, weights, row.columns, row.values, length);
    kernel.softmax(probabilities);
    return probabilities.subarray(0, labels);
  };

  const random = seededRandom(1);
  const dropout = dropoutOf(rows, row, keep, random);
  const step = adaGradOf(kernel, weights, features, steps);
  const order = Int32Array.from(targets.keys());
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      dropout(at);
      predict(row.length);
      step(row, crossEntropyGradient(probabilities, targets[at] as number, labels, smoothing), 1 - epoch / EPOCHS);
    }
  }
  return (features: Features): Float32Array => {
    row.columns.set(features.columns.subarray(0, features.length));
    row.values.set(features.values.subarray(0, features.length));
    return predict(features.length);
  };
}
