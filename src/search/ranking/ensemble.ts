import { makeKernel, padded, strideOf } from './kernel/kernel.ts';
import { type Features, forwardOutput, makeLayers, sizeOfLayers, UNITS } from './network.ts';
import { type CopyRow, weightAt } from './quantise.ts';

/** Networks that predict one row at a time, without allocating memory. */
export interface Ensemble {
  /** Runs all networks on features. */
  predict(features: Features): void;
  /** Each label's probability, the mean of the networks'. */
  readonly mean: Float32Array;
  /** How much a feature contributed to a label's score for the last row: gradient times input. */
  contribution(column: number, value: number, label: number): number;
}

/** So many rows of the inner weights are summed at a time: more than most questions have features. */
const ROWS = 128;

/**
 * Prepares networks. Their outer weights are copied into the kernel's memory; of the inner ones, which are far more, only
 * the rows of a question's features are.
 */
export function ensembleOf(outerWeights: Int8Array, labels: number, copyInner: CopyRow): Ensemble {
  const width = padded(labels);
  const bytes = UNITS * strideOf(width);
  const count = outerWeights.length / bytes;
  const stride = strideOf(count * UNITS);
  const weights = padded((ROWS * stride) / 4) + padded(outerWeights.length / 4);
  const kernel = makeKernel(weights + sizeOfLayers(labels, count) + 2 * padded(ROWS) + width + padded(count));
  const inner = kernel.bytes(ROWS * stride);
  const outputs = kernel.bytes(outerWeights.length);
  outputs.set(outerWeights);
  const { hidden, probabilities, units } = makeLayers(kernel, labels, count);
  const members = Array.from({ length: count }, (_, network) => ({
    weights: outputs.subarray(network * bytes, (network + 1) * bytes),
    layers: {
      hidden: hidden.subarray(network * UNITS, (network + 1) * UNITS),
      probabilities: probabilities.subarray(network * width, (network + 1) * width),
      units,
    },
  }));
  const factors = kernel.floats(ROWS);
  const places = kernel.integers(ROWS);
  places.set(Array.from(places.keys()));
  const means = kernel.floats(width);
  const shares = kernel.floats(count).fill(1 / count);

  return {
    mean: means.subarray(0, labels),
    predict({ columns, values, length }) {
      hidden.fill(0);
      for (let from = 0; from < length; from += ROWS) {
        const taken = Math.min(ROWS, length - from);
        for (let at = 0; at < taken; at++) {
          copyInner(columns[from + at] as number, inner, at * stride);
          factors[at] = values[from + at] as number;
        }
        kernel.addRows(hidden, inner, places, factors, taken);
      }
      kernel.tanh(hidden);
      for (const { weights, layers } of members) forwardOutput(kernel, weights, layers, labels);
      kernel.addRows(means.fill(0), probabilities, units, shares, count);
    },
    contribution(column, value, label) {
      copyInner(column, inner, 0);
      let sum = 0;
      for (let at = 0; at < hidden.length; at++) {
        const derivative = 1 - (hidden[at] as number) ** 2;
        const outer = weightAt(outputs, width, at, label);
        sum += value * weightAt(inner, hidden.length, 0, at) * derivative * outer;
      }
      return sum / count;
    },
  };
}
