import { makeKernel, padded, strideOf } from './kernel/kernel.ts';
import { forwardHidden, forwardOutput, makeLayers, sizeOfLayers, UNITS } from './network.ts';
import { type QuantisedEnsemble, weightAt } from './quantise.ts';
import { WIDEST_ROW } from './rows.ts';

/** Networks that predict one row at a time, without allocating memory. */
export interface Ensemble {
  /** The row: its columns, and their values below. */
  readonly columns: Int32Array;
  readonly values: Float32Array;
  /** Runs all networks on the row's first `length` features. */
  predict(length: number): void;
  /** Each label's probability, the mean of the networks'. */
  readonly mean: Float32Array;
  /** How much a feature contributed to a label's score for the last row: gradient times input. */
  contribution(column: number, value: number, label: number): number;
}

/** Prepares networks: copies their weights into the kernel's memory. */
export function ensembleOf(quantised: QuantisedEnsemble, labels: number): Ensemble {
  const width = padded(labels);
  const bytes = UNITS * strideOf(width);
  const count = quantised.outputs.length / bytes;
  const weights = padded(quantised.inputs.length / 4) + padded(quantised.outputs.length / 4);
  const kernel = makeKernel(weights + sizeOfLayers(labels, count) + 2 * padded(WIDEST_ROW) + width + padded(count));
  const copyOf = (bytes: Int8Array) => {
    const copy = kernel.bytes(bytes.length);
    copy.set(bytes);
    return copy;
  };
  const inputs = copyOf(quantised.inputs);
  const outputs = copyOf(quantised.outputs);
  const { hidden, probabilities, units } = makeLayers(kernel, labels, count);
  const members = Array.from({ length: count }, (_, network) => ({
    weights: outputs.subarray(network * bytes, (network + 1) * bytes),
    layers: {
      hidden: hidden.subarray(network * UNITS, (network + 1) * UNITS),
      probabilities: probabilities.subarray(network * width, (network + 1) * width),
      units,
    },
  }));
  const columns = kernel.integers(WIDEST_ROW);
  const values = kernel.floats(WIDEST_ROW);
  const means = kernel.floats(width);
  const shares = kernel.floats(count).fill(1 / count);

  return {
    columns,
    values,
    mean: means.subarray(0, labels),
    predict(length) {
      forwardHidden(kernel, inputs, { columns, values, length }, hidden);
      for (const { weights, layers } of members) forwardOutput(kernel, weights, layers, labels);
      kernel.addRows(means.fill(0), probabilities, units, shares, count);
    },
    contribution(column, value, label) {
      let sum = 0;
      for (let at = 0; at < hidden.length; at++) {
        const derivative = 1 - (hidden[at] as number) ** 2;
        const outer = weightAt(outputs, width, at, label);
        sum += value * weightAt(inputs, hidden.length, column, at) * derivative * outer;
      }
      return sum / count;
    },
  };
}
