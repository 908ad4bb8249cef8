import { SCALE_BYTES, strideOf } from './kernel/kernel.ts';

// Symmetric linear quantisation with a scale for each row, as in "8-bit Matrix Multiplication for Transformers at Scale"
// (Dettmers and others 2022): a quarter of the memory, and no weight is off by more than 1/254 of its row's largest.

const LARGEST = 127;

const scales = ({ buffer, byteOffset }: Int8Array) => new DataView(buffer, byteOffset);

/** Writes a row of weights where a quantised matrix has row `row`. */
export function quantise(weights: Float32Array, matrix: Int8Array, row: number): void {
  const from = row * strideOf(weights.length);
  let most = 0;
  for (let at = 0; at < weights.length; at++) most = Math.max(most, Math.abs(weights[at] as number));
  const scale = most / LARGEST;
  scales(matrix).setFloat32(from, scale, true);
  const steps = scale === 0 ? 0 : 1 / scale;
  for (let at = 0; at < weights.length; at++)
    matrix[from + SCALE_BYTES + at] = Math.round((weights[at] as number) * steps);
}

/** The weight at a place of a row of a quantised matrix with rows of `width` weights. */
export function weightAt(matrix: Int8Array, width: number, row: number, at: number): number {
  const from = row * strideOf(width);
  return scales(matrix).getFloat32(from, true) * (matrix[from + SCALE_BYTES + at] as number);
}
