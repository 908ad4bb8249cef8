import { type Kernel, makeKernel, padded } from './kernel.ts';
import { activate, makeLayers, type Network, roomOfLayers, scoreLabels, UNITS } from './network.ts';
import { WIDEST_ROW } from './rows.ts';

/** Networks ready to judge rows, one after another, with no garbage made. */
export interface Ensemble {
  /** Where the row to judge is written. */
  readonly columns: Int32Array;
  readonly values: Float32Array;
  /** Judges the row's first `length` features: fills `mean` and `lowest`. */
  judge(length: number): void;
  /** The mean, and the lowest, of the probabilities that the networks give each label. */
  readonly mean: Float32Array;
  readonly lowest: Float32Array;
  /** How far a feature of `value` in `column` moved a label's score by the last networks' slopes, for the last row. */
  contribution(column: number, value: number, label: number): number;
}

/**
 * Networks in a kernel that has room for judging with them. Their inner weights stand side by side, those of a column
 * one after another, as few columns are near when a question comes: inputs[(column * networks + network) * UNITS + unit].
 */
export interface Housed {
  readonly kernel: Kernel;
  readonly inputs: Float32Array;
  /** The outer weights of each network. */
  readonly outputs: readonly Float32Array[];
}

/** Makes room for so many networks from `width` columns to `labels`; their weights are for the caller to write. */
export function roomForNetworks(count: number, width: number, labels: number): Housed {
  const weights = count * (width + padded(labels)) * UNITS;
  const kernel = makeKernel(weights + roomOfLayers(labels, count) + 2 * padded(WIDEST_ROW));
  const inputs = kernel.floats(count * width * UNITS);
  return { kernel, inputs, outputs: Array.from({ length: count }, () => kernel.floats(UNITS * padded(labels))) };
}

/** Copies networks to where they can be judged with. */
export function houseNetworks(networks: readonly Network[], width: number, labels: number): Housed {
  const housed = roomForNetworks(networks.length, width, labels);
  networks.forEach(({ inputs, outputs }, network) => {
    for (let column = 0; column < width; column++) {
      const weights = inputs.subarray(column * UNITS, (column + 1) * UNITS);
      housed.inputs.set(weights, (column * networks.length + network) * UNITS);
    }
    housed.outputs[network]?.set(outputs);
  });
  return housed;
}

/** Makes networks ready for judging. */
export function ensembleOf({ kernel, inputs, outputs }: Housed, labels: number): Ensemble {
  const count = outputs.length;
  const layers = makeLayers(kernel, labels, count);
  const { units, scores } = layers;
  const members = outputs.map((weights, network) => ({
    weights,
    units: units.subarray(network * UNITS, (network + 1) * UNITS),
  }));
  const columns = kernel.integers(WIDEST_ROW);
  const values = kernel.floats(WIDEST_ROW);
  const mean = new Float32Array(labels);
  const lowest = new Float32Array(labels);

  return {
    columns,
    values,
    mean,
    lowest,
    judge(length) {
      activate(kernel, inputs, units, columns, values, length);
      mean.fill(0);
      lowest.fill(1);
      for (const member of members) {
        scoreLabels(kernel, member.weights, member.units, layers, labels);
        for (let label = 0; label < labels; label++) {
          const given = scores[label] as number;
          mean[label] = (mean[label] as number) + given / count;
          lowest[label] = Math.min(given, lowest[label] as number);
        }
      }
    },
    contribution(column, value, label) {
      let moved = 0;
      for (let at = 0; at < units.length; at++) {
        const gate = 1 - (units[at] as number) ** 2;
        const outer = outputs[Math.floor(at / UNITS)]?.[(at % UNITS) * padded(labels) + label] as number;
        moved += value * (inputs[column * units.length + at] as number) * gate * outer;
      }
      return moved / count;
    },
  };
}
