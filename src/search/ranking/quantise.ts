import { SCALE, strideOf } from './loops.ts';

// Symmetric linear quantisation with a scale for each row, as in "8-bit Matrix Multiplication for Transformers at Scale"
// (Dettmers and others 2022): a quarter of the memory, and no weight is off by more than 1/254 of its row's largest.

const LARGEST = 127;

const scales = ({ buffer, byteOffset }: Int8Array) => new DataView(buffer, byteOffset);

/** Writes a row of weights where a quantised matrix has row `row`. */
export function quantise(weights: Float32Array, matrix: Int8Array, row: number): void {
  const from = row * strideOf(weights.length);
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / LARGEST;
  scales(matrix).setFloat32(from, scale, true);
  weights.forEach((weight, at) => {
    matrix[from + SCALE + at] = scale === 0 ? 0 : Math.round(weight / scale);
  });
}

/** The weight at a place of a row of a quantised matrix with rows of `width` weights. */
export function weightAt(matrix: Int8Array, width: number, row: number, at: number): number {
  const from = row * strideOf(width);
  return scales(matrix).getFloat32(from, true) * (matrix[from + SCALE + at] as number);
}
