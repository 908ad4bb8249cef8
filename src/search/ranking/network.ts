import { type Kernel, padded } from './kernel/kernel.ts';

/**
 * The weights of a network with one hidden layer and no biases: inputs[column * UNITS + unit] and
 * outputs[unit * width + label], where width is the padded number of labels.
 */
export interface Network {
  readonly inputs: Float32Array;
  readonly outputs: Float32Array;
}

/** The number of hidden units. */
export const UNITS = 48;

/** The activations of networks in a kernel's memory, one network after another. */
export interface Layers {
  readonly hidden: Float32Array;
  readonly probabilities: Float32Array;
  /** The indices of the hidden units, which are the rows of the outer weights. */
  readonly units: Int32Array;
}

/** How many numbers the layers take in a kernel's memory. */
export const sizeOfLayers = (labels: number, networks = 1): number => UNITS + networks * (UNITS + padded(labels));

/** Allocates the layers in a kernel. */
export function makeLayers(kernel: Kernel, labels: number, networks = 1): Layers {
  const units = kernel.integers(UNITS);
  units.set(Array.from(units.keys()));
  return { hidden: kernel.floats(networks * UNITS), probabilities: kernel.floats(networks * padded(labels)), units };
}

/** The first `length` features of the arrays, with their values. */
export interface Features {
  readonly columns: Int32Array;
  readonly values: Float32Array;
  length: number;
}

/** The forward pass to the hidden layer: tanh of weighted sums of the features. */
export function forwardHidden(
  kernel: Kernel,
  inputs: Float32Array,
  { columns, values, length }: Features,
  hidden: Float32Array,
): void {
  hidden.fill(0);
  kernel.addRows(hidden, inputs, columns, values, length);
  kernel.tanh(hidden);
}

/** The forward pass from one network's hidden layer: softmax of weighted sums of its units. */
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
