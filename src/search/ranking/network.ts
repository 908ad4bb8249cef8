import { type Kernel, padded } from './kernel/kernel.ts';

/**
 * A network with one hidden layer, of weights only: inputs[column * UNITS + unit], and outputs[unit * width + label],
 * the width being the padded count of labels.
 */
export interface Network {
  readonly inputs: Float32Array;
  readonly outputs: Float32Array;
}

/** How many units the hidden layer has. */
export const UNITS = 48;

/** What networks compute, in a kernel's memory: the layers of several stand one after another. */
export interface Layers {
  readonly hidden: Float32Array;
  readonly probabilities: Float32Array;
  /** The numbers of the hidden units: all rows of the outer weights. */
  readonly units: Int32Array;
}

/** How many numbers a kernel must have room for, to hold the layers. */
export const sizeOfLayers = (labels: number, networks = 1): number => UNITS + networks * (UNITS + padded(labels));

/** Makes the layers in a kernel. */
export function makeLayers(kernel: Kernel, labels: number, networks = 1): Layers {
  const units = kernel.integers(UNITS);
  units.set(Array.from(units.keys()));
  return { hidden: kernel.floats(networks * UNITS), probabilities: kernel.floats(networks * padded(labels)), units };
}

/** Some features of a text, with their values; the arrays have room for more than `length`. */
export interface Features {
  readonly columns: Int32Array;
  readonly values: Float32Array;
  length: number;
}

/** The forward pass up to the hidden layer: tanh of the features' weighted sums. */
export function forwardHidden(
  kernel: Kernel,
  inputs: Float32Array | Int8Array,
  { columns, values, length }: Features,
  hidden: Float32Array,
): void {
  hidden.fill(0);
  kernel.addRows(hidden, inputs, columns, values, length);
  kernel.tanh(hidden);
}

/** The forward pass from the hidden layer of one network: softmax of the weighted sums of its units. */
export function forwardOutput(
  kernel: Kernel,
  outputs: Float32Array | Int8Array,
  { hidden, probabilities, units }: Layers,
  labels: number,
): void {
  probabilities.fill(0).fill(Number.NEGATIVE_INFINITY, labels);
  kernel.addRows(probabilities, outputs, units, hidden, UNITS);
  kernel.softmax(probabilities);
}
