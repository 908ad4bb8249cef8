import { expect, test } from 'vitest';
import { makeKernel, padded } from '../../../src/search/ranking/kernel/kernel.ts';
import { forwardOutput, makeLayers, sizeOfLayers, UNITS } from '../../../src/search/ranking/network.ts';
import { seededRandom } from '../../../src/search/ranking/random.ts';
import { crossEntropyGradient, fitNetwork, hiddenGradient } from '../../../src/search/ranking/training.ts';

const LABELS = 5;
const TARGET = 2;
const SMOOTHING = 0.2;
const WIDTH = padded(LABELS);

/** The loss of a network by the sums that its hidden units are given, in plain double precision. */
function lossOf(sums: readonly number[], outputs: Float32Array): number {
  const scores = Array.from({ length: LABELS }, (_, label) =>
    sums.reduce((score, sum, unit) => score + Math.tanh(sum) * (outputs[unit * WIDTH + label] as number), 0),
  );
  const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
  // A part of the target is spread evenly over all labels.
  const mean = scores.reduce((sum, score) => sum + score) / LABELS;
  return Math.log(total) - (1 - SMOOTHING) * (scores[TARGET] as number) - SMOOTHING * mean;
}

test('back-propagation comes to the gradient of finite differences', () => {
  const random = seededRandom(1);
  const kernel = makeKernel(UNITS * WIDTH + sizeOfLayers(LABELS) + UNITS);
  const layers = makeLayers(kernel, LABELS);
  const gradient = kernel.floats(UNITS);
  const outputs = kernel.floats(UNITS * WIDTH);
  for (let unit = 0; unit < UNITS; unit++)
    for (let label = 0; label < LABELS; label++) outputs[unit * WIDTH + label] = random() - 0.5;
  const sums = Array.from({ length: UNITS }, () => 2 * random() - 1);

  layers.hidden.set(sums.map(Math.tanh));
  forwardOutput(kernel, outputs, layers, LABELS);
  hiddenGradient(
    kernel,
    outputs,
    crossEntropyGradient(layers.probabilities, TARGET, LABELS, SMOOTHING),
    layers.hidden,
    gradient,
  );

  const STEP = 1e-5;
  sums.forEach((sum, unit) => {
    const moved = (by: number) => lossOf(sums.with(unit, sum + by), outputs);
    expect(gradient[unit]).toBeCloseTo((moved(STEP) - moved(-STEP)) / (2 * STEP), 5);
  });
});

test('a fitted network tells its examples apart', () => {
  // Two features, one for each label, in 40 phrasings.
  const targets = Int32Array.from({ length: 40 }, (_, row) => row % 2);
  const rows = {
    starts: Int32Array.from({ length: 41 }, (_, row) => row),
    ngrams: Int32Array.from({ length: 40 }, (_, row) => row + 1),
    columns: targets,
    values: new Float32Array(40).fill(1),
  };
  const { inputs, outputs } = fitNetwork({ rows, targets, labels: 2, features: 2 }, 1);
  const score = (column: number, label: number) =>
    Array.from({ length: UNITS }, (_, unit) => unit).reduce(
      (sum, unit) =>
        sum + Math.tanh(inputs[column * UNITS + unit] as number) * (outputs[unit * padded(2) + label] as number),
      0,
    );
  expect(score(0, 0)).toBeGreaterThan(score(0, 1) + 1);
  expect(score(1, 1)).toBeGreaterThan(score(1, 0) + 1);
});
