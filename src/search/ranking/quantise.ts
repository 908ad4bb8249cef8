import { padded, SCALE_BYTES, strideOf } from './kernel/kernel.ts';
import { type Network, UNITS } from './network.ts';

// Symmetric linear quantisation with a scale for each row, as in "8-bit Matrix Multiplication for Transformers at Scale"
// (Dettmers and others 2022): it takes a quarter of the memory, and the error is at most 1/254 of a row's largest weight.

const LARGEST = 127;

const scales = ({ buffer, byteOffset }: Int8Array) => new DataView(buffer, byteOffset);

/** Quantises weights into row `row` of a matrix. */
export function quantise(weights: Float32Array, matrix: Int8Array, row: number): void {
  const from = row * strideOf(weights.length);
  let largest = 0;
  for (let at = 0; at < weights.length; at++) largest = Math.max(largest, Math.abs(weights[at] as number));
  const scale = largest / LARGEST;
  scales(matrix).setFloat32(from, scale, true);
  const steps = scale === 0 ? 0 : 1 / scale;
  for (let at = 0; at < weights.length; at++)
    matrix[from + SCALE_BYTES + at] = Math.round((weights[at] as number) * steps);
}

/** The weight at index `at` of a row; rows have `width` weights. */
export function weightAt(matrix: Int8Array, width: number, row: number, at: number): number {
  const from = row * strideOf(width);
  return scales(matrix).getFloat32(from, true) * (matrix[from + SCALE_BYTES + at] as number);
}

/** Copies a row of a quantised matrix into `to`, from byte `at` on; the matrix may be in memory or in a file. */
export type CopyRow = (row: number, to: Int8Array, at: number) => void;

/** Copies rows of a matrix in memory, with `stride` bytes each. */
export const rowsIn =
  (matrix: Int8Array, stride: number): CopyRow =>
  (row, to, at) =>
    to.set(matrix.subarray(row * stride, (row + 1) * stride), at);

/**
 * Networks with quantised weights, as plain data. The inner weights of all networks are interleaved: row `column` has the
 * column's weights for every unit of each network, so that a feature costs one memory access, not one for each network.
 */
export interface QuantisedEnsemble {
  readonly inputs: Int8Array<ArrayBuffer>;
  /** The outer weights: a row for each unit, one network after another. */
  readonly outputs: Int8Array<ArrayBuffer>;
}

/** Quantises networks that share a vocabulary. */
export function quantiseNetworks(networks: readonly Network[], labels: number): QuantisedEnsemble {
  const columns = (networks[0]?.inputs.length ?? 0) / UNITS;
  const width = padded(labels);
  const ensemble = {
    inputs: new Int8Array(columns * strideOf(networks.length * UNITS)),
    outputs: new Int8Array(networks.length * UNITS * strideOf(width)),
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
      quantise(outputs.subarray(unit * width, (unit + 1) * width), ensemble.outputs, network * UNITS + unit);
  });
  return ensemble;
}
