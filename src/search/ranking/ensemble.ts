import { makeKernel, padded, strideOf } from './kernel/kernel.ts';
import { makeLayers, type Network, roomOfLayers, scoreLabels, UNITS } from './network.ts';
import { quantise, weightAt } from './quantise.ts';
import { WIDEST_ROW } from './rows.ts';

/** Networks ready to judge rows, one after another, with no garbage made. */
export interface Ensemble {
  /** Where the row to judge is written. */
  readonly columns: Int32Array;
  readonly values: Float32Array;
  /** Judges the row's first `length` features. */
  judge(length: number): void;
  /** The mean of the probabilities that the networks give each label. */
  readonly mean: Float32Array;
  /** The lowest of the probabilities that they give a label. */
  lowest(label: number): number;
  /** How far a feature of `value` in `column` moved a label's score by the last networks' slopes, for the last row. */
  contribution(column: number, value: number, label: number): number;
}

/**
 * Networks with quantised weights, as plain data. Their inner weights stand side by side: row `column` holds what the
 * column weighs for the units of one network after another, so that a question waits for memory once a feature.
 */
export interface QuantisedEnsemble {
  readonly inputs: Int8Array<ArrayBuffer>;
  /** The outer weights of each network, quantised too: a row for each unit. */
  readonly outputs: readonly Int8Array<ArrayBuffer>[];
}

/** Quantises networks of one vocabulary. */
export function quantiseNetworks(networks: readonly Network[], labels: number): QuantisedEnsemble {
  const columns = (networks[0]?.inputs.length ?? 0) / UNITS;
  const width = padded(labels);
  const ensemble = {
    inputs: new Int8Array(columns * strideOf(networks.length * UNITS)),
    outputs: networks.map(() => new Int8Array(UNITS * strideOf(width))),
  };
  const weights = new Float32Array(networks.length * UNITS);
  for (let column = 0; column < columns; column++) {
    networks.forEach(({ inputs }, network) => {
      weights.set(inputs.subarray(column * UNITS, (column + 1) * UNITS), network * UNITS);
    });
    quantise(weights, ensemble.inputs, column);
  }
  networks.forEach(({ outputs }, network) => {
    for (let unit = 0; unit < UNITS; unit++)
      quantise(outputs.subarray(unit * width, (unit + 1) * width), ensemble.outputs[network] as Int8Array, unit);
  });
  return ensemble;
}

/** Makes networks ready for judging: copies their weights to where the kernel's loops reach them. */
export function ensembleOf(quantised: QuantisedEnsemble, labels: number): Ensemble {
  const count = quantised.outputs.length;
  const weights = [quantised.inputs, ...quantised.outputs].reduce((sum, { length }) => sum + padded(length / 4), 0);
  const room = padded(labels) + padded(count);
  const kernel = makeKernel(weights + roomOfLayers(labels, count) + 2 * padded(WIDEST_ROW) + room);
  const copied = (bytes: Int8Array) => {
    const copy = kernel.bytes(bytes.length);
    copy.set(bytes);
    return copy;
  };
  const inputs = copied(quantised.inputs);
  const outputs = quantised.outputs.map(copied);
  const { units, scores, eachUnit } = makeLayers(kernel, labels, count);
  const width = padded(labels);
  const members = outputs.map((weights, network) => ({
    weights,
    layers: {
      units: units.subarray(network * UNITS, (network + 1) * UNITS),
      scores: scores.subarray(network * width, (network + 1) * width),
      eachUnit,
    },
  }));
  const columns = kernel.integers(WIDEST_ROW);
  const values = kernel.floats(WIDEST_ROW);
  const means = kernel.floats(width);
  const eachNetwork = eachUnit.subarray(0, count);
  const shares = kernel.floats(count).fill(1 / count);

  return {
    columns,
    values,
    mean: means.subarray(0, labels),
    judge(length) {
      units.fill(0);
      kernel.addRows(units, inputs, columns, values, length);
      kernel.tanh(units);
      for (const { weights, layers } of members) scoreLabels(kernel, weights, layers, labels);
      kernel.addRows(means.fill(0), scores, eachNetwork, shares, count);
    },
    lowest: (label) => members.reduce((least, { layers }) => Math.min(least, layers.scores[label] as number), 1),
    contribution(column, value, label) {
      let moved = 0;
      for (let at = 0; at < units.length; at++) {
        const gate = 1 - (units[at] as number) ** 2;
        const outer = weightAt(outputs[Math.floor(at / UNITS)] as Int8Array, width, at % UNITS, label);
        moved += value * weightAt(inputs, units.length, column, at) * gate * outer;
      }
      return moved / count;
    },
  };
}
