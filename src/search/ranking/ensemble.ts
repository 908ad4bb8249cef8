import { type Kernel, makeKernel, padded } from './kernel.ts';
import { makeLayers, type Network, roomOfLayers, runNetwork, UNITS } from './network.ts';
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

/** Networks in a kernel that has room for judging with them. */
export interface Housed {
  readonly kernel: Kernel;
  readonly networks: readonly Network[];
}

/** Makes room for so many networks from `width` columns to `labels`; their weights are for the caller to write. */
export function roomForNetworks(count: number, width: number, labels: number): Housed {
  const weights = count * (width + padded(labels)) * UNITS;
  const kernel = makeKernel(weights + roomOfLayers(labels) + 2 * padded(WIDEST_ROW));
  const networks = Array.from({ length: count }, () => ({
    inputs: kernel.floats(width * UNITS),
    outputs: kernel.floats(UNITS * padded(labels)),
  }));
  return { kernel, networks };
}

/** Copies networks to where they can be judged with. */
export function houseNetworks(networks: readonly Network[], width: number, labels: number): Housed {
  const housed = roomForNetworks(networks.length, width, labels);
  networks.forEach(({ inputs, outputs }, at) => {
    housed.networks[at]?.inputs.set(inputs);
    housed.networks[at]?.outputs.set(outputs);
  });
  return housed;
}

/** Makes networks ready for judging. */
export function ensembleOf({ kernel, networks: members }: Housed, labels: number): Ensemble {
  const layers = makeLayers(kernel, labels);
  const columns = kernel.integers(WIDEST_ROW);
  const values = kernel.floats(WIDEST_ROW);
  const mean = new Float32Array(labels);
  const lowest = new Float32Array(labels);
  const gates = members.map(() => new Float32Array(UNITS));

  return {
    columns,
    values,
    mean,
    lowest,
    judge(length) {
      const share = 1 / members.length;
      mean.fill(0);
      lowest.fill(1);
      for (let member = 0; member < members.length; member++) {
        runNetwork(kernel, members[member] as Network, layers, columns, values, length, labels);
        (gates[member] as Float32Array).set(layers.units);
        const { scores } = layers;
        for (let label = 0; label < labels; label++) {
          const given = scores[label] as number;
          mean[label] = (mean[label] as number) + given * share;
          if (given < (lowest[label] as number)) lowest[label] = given;
        }
      }
    },
    contribution(column, value, label) {
      let moved = 0;
      members.forEach(({ inputs, outputs }, member) => {
        for (let unit = 0; unit < UNITS; unit++) {
          const gate = 1 - (gates[member]?.[unit] as number) ** 2;
          moved +=
            value *
            (inputs[column * UNITS + unit] as number) *
            gate *
            (outputs[unit * padded(labels) + label] as number);
        }
      });
      return moved / members.length;
    },
  };
}
