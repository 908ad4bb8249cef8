// The browser's page imports types from the engine, and is compiled without Node's types.
/// <reference types="node" />
/** Memory for the networks, and the loops of `kernel.wasm` over arrays in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// The part of WebAssembly's JavaScript interface that is used here; Node's types omit it.
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Record<Loop, (...numbers: number[]) => void> };
};
type Loop = 'addRows' | 'addQuantisedRows' | 'stepRows' | 'multiplyRows' | 'tanh' | 'softmax';

const COMPILED = new WebAssembly.Module(readFileSync(join(import.meta.dirname, 'kernel.wasm')));
const PAGE = 65_536;
const FLOAT = 4;

/** The loops process this many numbers at a time. */
const PADDING = 8;

/** A width, padded for the loops. */
export const padded = (width: number): number => Math.ceil(width / PADDING) * PADDING;

/** A quantised row begins with its scale, a float. */
export const SCALE_BYTES = 4;
// Half a cache line.
const ALIGNMENT = 32;

/** The bytes from one row of a quantised matrix to the next, for rows of `width` weights. */
export const strideOf = (width: number): number => Math.ceil((SCALE_BYTES + width) / ALIGNMENT) * ALIGNMENT;

/** Memory of a fixed size, and the loops over arrays allocated in it. */
export interface Kernel {
  floats(length: number): Float32Array;
  integers(length: number): Int32Array;
  bytes(length: number): Int8Array;
  /**
   * For the first `count` columns, adds to `sums` that row of `matrix` times its value. A matrix of bytes was written by
   * `quantise`, with a stride of `strideOf(sums.length)`.
   */
  addRows(
    sums: Float32Array,
    matrix: Float32Array | Int8Array,
    columns: Int32Array,
    values: Float32Array,
    count: number,
  ): void;
  /** For the first `count` columns, subtracts `gradients` times its step from that row of `matrix`. */
  stepRows(
    gradients: Float32Array,
    matrix: Float32Array,
    columns: Int32Array,
    steps: Float32Array,
    count: number,
  ): void;
  /** Writes the dot product of `vector` and each row of `matrix` into `products`. */
  multiplyRows(products: Float32Array, matrix: Float32Array, vector: Float32Array): void;
  /** Replaces numbers by their hyperbolic tangents, correct to six decimal places. */
  tanh(numbers: Float32Array): void;
  /**
   * Replaces scores by probabilities, correct to six digits. The padding must be -Infinity, and becomes 0.
   */
  softmax(scores: Float32Array): void;
}

/** Creates a kernel with room for `numbers` numbers in all, counting each array padded. */
export function makeKernel(numbers: number): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((FLOAT * numbers) / PAGE) });
  const loops = new WebAssembly.Instance(COMPILED, { env: { memory } }).exports;
  let used = 0;
  const allocate = (bytes: number): number => {
    const start = used;
    used += FLOAT * padded(bytes / FLOAT);
    return start;
  };
  return {
    floats: (length) => new Float32Array(memory.buffer, allocate(FLOAT * length), length),
    integers: (length) => new Int32Array(memory.buffer, allocate(FLOAT * length), length),
    bytes: (length) => new Int8Array(memory.buffer, allocate(length), length),
    addRows({ byteOffset: sums, byteLength, length }, matrix, columns, values, count) {
      if (matrix instanceof Float32Array)
        loops.addRows(sums, matrix.byteOffset, byteLength, columns.byteOffset, values.byteOffset, count);
      else {
        const stride = strideOf(length);
        loops.addQuantisedRows(sums, matrix.byteOffset, length, stride, columns.byteOffset, values.byteOffset, count);
      }
    },
    stepRows: ({ byteOffset: gradients, byteLength }, matrix, columns, steps, count) =>
      loops.stepRows(gradients, matrix.byteOffset, byteLength, columns.byteOffset, steps.byteOffset, count),
    multiplyRows: ({ byteOffset: products, length }, matrix, vector) =>
      loops.multiplyRows(products, matrix.byteOffset, vector.byteLength, vector.byteOffset, length),
    tanh: ({ byteOffset, byteLength }) => loops.tanh(byteOffset, byteLength),
    softmax: ({ byteOffset, byteLength }) => loops.softmax(byteOffset, byteLength),
  };
}
