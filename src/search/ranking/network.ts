import { type Kernel, makeKernel, padded } from './kernel/kernel.ts';
import { seededRandom, shuffle } from './random.ts';
import type { Rows } from './rows.ts';

/**
 * A network with one hidden layer, of weights only: inputs[column * UNITS + unit], and outputs[unit * width + label],
 * where the width is the count of labels made up to the kernel's turns.
 */
export interface Network {
  readonly inputs: Float32Array;
  readonly outputs: Float32Array;
}

/** How many units the hidden layer has. */
export const UNITS = 48;
const EPOCHS = 4;
const RATE = 1;
// Each visit of a phrasing sees this part of its features, so that no few carry it alone (Hinton and others 2012).
const KEPT = 0.6;
const SCALE = 1 / Math.sqrt(KEPT);

/** What networks compute with, beside their weights: arrays in a kernel, those of several one after another. */
export interface Layers {
  readonly units: Float32Array;
  readonly scores: Float32Array;
  readonly eachUnit: Int32Array;
}

/** How many numbers a kernel must have room for, to hold the layers. */
export const roomOfLayers = (labels: number, networks = 1): number => UNITS + networks * (UNITS + padded(labels));

/** Makes the layers in a kernel. */
export function makeLayers(kernel: Kernel, labels: number, networks = 1): Layers {
  const eachUnit = kernel.integers(UNITS);
  eachUnit.forEach((_, unit) => {
    eachUnit[unit] = unit;
  });
  return { units: kernel.floats(networks * UNITS), scores: kernel.floats(networks * padded(labels)), eachUnit };
}

/** Leaves the probability of each label in `scores`, by one network's units and outer weights. */
export function scoreLabels(
  kernel: Kernel,
  outputs: Float32Array | Int8Array,
  { units, scores, eachUnit }: Layers,
  labels: number,
): void {
  scores.fill(0).fill(Number.NEGATIVE_INFINITY, labels);
  kernel.addRows(scores, outputs, eachUnit, units, UNITS);
  kernel.softmax(scores);
}

/**
 * Fits by stochastic back-propagation with AdaGrad's step (Duchi, Hazan and Singer 2011; one accumulator a column).
 * The inner weights start at 0 and the outer ones at random, from the seed: only what was fitted on says anything.
 */
export function fitNetwork(rows: Rows, targets: Int32Array, labels: number, width: number, seed: number): Network {
  const { starts } = rows;
  const widest = starts.reduce((most, end, at) => Math.max(most, at === 0 ? 0 : end - (starts[at - 1] as number)), 0);
  const room = (width + padded(labels)) * UNITS + roomOfLayers(labels) + 3 * padded(Math.max(widest, UNITS)) + UNITS;
  const kernel = makeKernel(room);
  const inputs = kernel.floats(width * UNITS);
  const outputs = kernel.floats(UNITS * padded(labels));
  const layers = makeLayers(kernel, labels);
  const { units, scores, eachUnit } = layers;
  const columns = kernel.integers(widest);
  const values = kernel.floats(widest);
  const steps = kernel.floats(Math.max(widest, UNITS));
  const slopes = kernel.floats(UNITS);

  const random = seededRandom(seed);
  for (let unit = 0; unit < UNITS; unit++)
    for (let label = 0; label < labels; label++)
      outputs[unit * padded(labels) + label] = 0.2 * (random() + random() + random() - 1.5);
  const inputSquares = new Float32Array(width).fill(1e-3);
  const outputSquares = new Float32Array(UNITS).fill(1e-3);
  const order = Int32Array.from(targets.keys());

  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = RATE * (1 - epoch / EPOCHS);
    for (const at of order) {
      let length = 0;
      for (let k = starts[at] as number; k < (starts[at + 1] as number); k++) {
        if (random() >= KEPT) continue;
        columns[length] = rows.columns[k] as number;
        values[length++] = (rows.values[k] as number) * SCALE;
      }
      units.fill(0);
      kernel.addRows(units, inputs, columns, values, length);
      kernel.tanh(units);
      scoreLabels(kernel, outputs, layers, labels);
      const target = targets[at] as number;
      scores[target] = (scores[target] as number) - 1;
      let power = 0;
      for (let label = 0; label < labels; label++) power += (scores[label] as number) ** 2;

      kernel.multiplyRows(slopes, outputs, scores);
      let slopePower = 0;
      for (let unit = 0; unit < UNITS; unit++) {
        const value = units[unit] as number;
        outputSquares[unit] = (outputSquares[unit] as number) + value * value * power;
        steps[unit] = (rate * value) / Math.sqrt(outputSquares[unit] as number);
        slopes[unit] = (slopes[unit] as number) * (1 - value * value);
        slopePower += (slopes[unit] as number) ** 2;
      }
      kernel.stepRows(scores, outputs, eachUnit, steps, UNITS);

      for (let k = 0; k < length; k++) {
        const column = columns[k] as number;
        const value = values[k] as number;
        inputSquares[column] = (inputSquares[column] as number) + value * value * slopePower;
        steps[k] = (rate * value) / Math.sqrt(inputSquares[column] as number);
      }
      kernel.stepRows(slopes, inputs, columns, steps, length);
    }
  }
  return { inputs: inputs.slice(), outputs: outputs.slice() };
}
