import { type Kernel, makeKernel, padded } from './kernel/kernel.ts';
import {
  type Features,
  forwardHidden,
  forwardOutput,
  makeLayers,
  type Network,
  sizeOfLayers,
  UNITS,
} from './network.ts';
import { seededRandom, shuffle } from './random.ts';
import type { Rows } from './rows.ts';

/** The input of a network's fit: plain data, so that each network can be fitted in its own thread. */
export interface TrainingSet {
  readonly rows: Rows;
  /** The index of each row's label. */
  readonly targets: Int32Array;
  readonly labels: number;
  readonly features: number;
}

const EPOCHS = 4;
/** The initial learning rate; it decreases linearly, epoch by epoch. */
const LEARNING_RATE = 1;
/** What keeps a network from overfitting. */
export const REGULARISATION = {
  /** The share of a phrasing's features that dropout keeps. */
  keep: 0.6,
  /** The share of a phrasing's target that is spread evenly over all labels (label smoothing). */
  smoothing: 0.15,
};
/** The initial value of AdaGrad's sums of squares. */
const FIRST_SQUARE = 1e-3;
/** The outer weights start about normally distributed, within 1.5 times this. */
const SPREAD = 0.2;

/**
 * Creates the function that writes a random part of a row into `kept`, scaled up so that its length stays about 1. So no
 * phrasing depends on a few features (Hinton and others 2012).
 */
export function dropoutOf(rows: Rows, kept: Features, keep: number, random: () => number) {
  const scale = 1 / Math.sqrt(keep);
  return (row: number): void => {
    kept.length = 0;
    for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at++) {
      if (random() >= keep) continue;
      kept.columns[kept.length] = rows.columns[at] as number;
      kept.values[kept.length++] = (rows.values[at] as number) * scale;
    }
  };
}

/**
 * Replaces probabilities by the gradient of the cross-entropy with respect to the scores before softmax:
 * p - (1 - smoothing) [label = target] - smoothing / labels.
 */
export function crossEntropyGradient(
  probabilities: Float32Array,
  target: number,
  labels: number,
  smoothing: number,
): Float32Array {
  for (let label = 0; label < labels; label++)
    probabilities[label] = (probabilities[label] as number) - smoothing / labels;
  probabilities[target] = (probabilities[target] as number) - (1 - smoothing);
  return probabilities;
}

/** The gradient with respect to the hidden units' sums before tanh, from that with respect to the scores. */
export function hiddenGradient(
  kernel: Kernel,
  outputs: Float32Array,
  scores: Float32Array,
  hidden: Float32Array,
  gradient: Float32Array,
): Float32Array {
  kernel.multiplyRows(gradient, outputs, scores);
  for (let unit = 0; unit < UNITS; unit++)
    gradient[unit] = (gradient[unit] as number) * (1 - (hidden[unit] as number) ** 2);
  return gradient;
}

function squaredNorm(vector: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += (vector[at] as number) ** 2;
  return sum;
}

/**
 * Creates the AdaGrad step (Duchi, Hazan and Singer 2011), with one sum of squares for each row: the gradient with respect
 * to row columns[k] is values[k] * gradient.
 */
export function adaGradOf(kernel: Kernel, weights: Float32Array, rows: number, steps: Float32Array) {
  const squares = new Float32Array(rows).fill(FIRST_SQUARE);
  return ({ columns, values, length }: Features, gradient: Float32Array, rate: number): void => {
    const square = squaredNorm(gradient);
    for (let k = 0; k < length; k++) {
      const row = columns[k] as number;
      const value = values[k] as number;
      squares[row] = (squares[row] as number) + value * value * square;
      steps[k] = (rate * value) / Math.sqrt(squares[row] as number);
    }
    kernel.stepRows(gradient, weights, columns, steps, length);
  };
}

function widestOf({ starts }: Rows): number {
  let widest = 0;
  for (let row = 1; row < starts.length; row++)
    widest = Math.max(widest, (starts[row] as number) - (starts[row - 1] as number));
  return widest;
}

/**
 * Fits a network by stochastic gradient descent with AdaGrad and dropout of features. The inner weights start at 0, so
 * that a feature which was never seen has no effect; the outer ones start at random, from the seed.
 */
export function fitNetwork(
  { rows, targets, labels, features }: TrainingSet,
  seed: number,
  { keep, smoothing } = REGULARISATION,
): Network {
  const widest = Math.max(widestOf(rows), UNITS);
  const kernel = makeKernel((features + padded(labels)) * UNITS + sizeOfLayers(labels) + 3 * padded(widest) + UNITS);
  const inputs = kernel.floats(features * UNITS);
  const outputs = kernel.floats(UNITS * padded(labels));
  const layers = makeLayers(kernel, labels);
  const kept = { columns: kernel.integers(widest), values: kernel.floats(widest), length: 0 };
  const steps = kernel.floats(widest);
  const gradient = kernel.floats(UNITS);

  const random = seededRandom(seed);
  for (let unit = 0; unit < UNITS; unit++)
    for (let label = 0; label < labels; label++)
      outputs[unit * padded(labels) + label] = SPREAD * (random() + random() + random() - 1.5);
  const dropout = dropoutOf(rows, kept, keep, random);
  const stepInputs = adaGradOf(kernel, inputs, features, steps);
  const stepOutputs = adaGradOf(kernel, outputs, UNITS, steps);
  const hidden = { columns: layers.units, values: layers.hidden, length: UNITS };

  const order = Int32Array.from(targets.keys());
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = LEARNING_RATE * (1 - epoch / EPOCHS);
    for (const row of order) {
      dropout(row);
      forwardHidden(kernel, inputs, kept, layers.hidden);
      forwardOutput(kernel, outputs, layers, labels);
      const byScores = crossEntropyGradient(layers.probabilities, targets[row] as number, labels, smoothing);
      const bySums = hiddenGradient(kernel, outputs, byScores, layers.hidden, gradient);
      stepOutputs(hidden, byScores, rate);
      stepInputs(kept, bySums, rate);
    }
  }
  return { inputs: inputs.slice(), outputs: outputs.slice() };
}
