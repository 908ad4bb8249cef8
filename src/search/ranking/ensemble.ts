import { makeKernel, padded, strideOf } from './kernel/kernel.ts';
import { forwardHidden, forwardOutput, makeLayers, sizeOfLayers, UNITS } from './network.ts';
import { type QuantisedEnsemble, weightAt } from './quantise.ts';
import { WIDEST_ROW } from './rows.ts';

/** Networks ready to predict, for one row after another, with no garbage made. */
export interface Ensemble {
  /** Where the row is written. */
  readonly columns: Int32Array;
  readonly values: Float32Array;
  /** The forward pass of all networks, for the row's first `length` features. */
  predict(length: number): void;
  /** The mean of the probabilities that the networks give each label. */
  readonly mean: Float32Array;
  /** How far a feature of `value` in `column` moved a label's score, for the last row: gradient times input. */
  contribution(column: number, value: number, label: number): number;
}

/** Makes networks ready to predict: copies their weights to where the kernel's loops reach them. */
export function ensembleOf(quantised: QuantisedEnsemble, labels: number): Ensemble {
  const width = padded(labels);
  const bytes = UNITS * strideOf(width);
  const count = quantised.outputs.length / bytes;
  const weights = padded(quantised.inputs.length / 4) + padded(quantised.outputs.length / 4);
  const kernel = makeKernel(weights + sizeOfLayers(labels, count) + 2 * padded(WIDEST_ROW) + width + padded(count));
  const copied = (bytes: Int8Array) => {
    const copy = kernel.bytes(bytes.length);
    copy.set(bytes);
    return copy;
  };
  const inputs = copied(quantised.inputs);
  const outputs = copied(quantised.outputs);
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
      let moved = 0;
      for (let at = 0; at < hidden.length; at++) {
        const gate = 1 - (hidden[at] as number) ** 2;
        const outer = weightAt(outputs, width, at, label);
        moved += value * weightAt(inputs, hidden.length, column, at) * gate * outer;
      }
      return moved / count;
    },
  };
}
