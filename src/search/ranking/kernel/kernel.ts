// The page in the browser takes types from the engine, and is compiled without those of Node.
/// <reference types="node" />
/** Memory for the networks, and the loops of `kernel.wasm` over what stands in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// What is used of WebAssembly's JavaScript interface: the types of Node leave it out.
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Record<Loop, (...numbers: number[]) => void> };
};
type Loop = 'addRows' | 'addQuantisedRows' | 'stepRows' | 'multiplyRows' | 'tanh' | 'softmax';

const COMPILED = new WebAssembly.Module(readFileSync(join(import.meta.dirname, 'kernel.wasm')));
const PAGE = 65_536;
const FLOAT = 4;

/** The loops compute so many numbers at a time. */
const PADDING = 8;

/** A width padded to what the loops need. */
export const padded = (width: number): number => Math.ceil(width / PADDING) * PADDING;

/** A quantised row begins with its scale, a float. */
export const SCALE_BYTES = 4;
// Half a line of the processor's cache.
const ALIGNMENT = 32;

/** The bytes from one row of a quantised matrix to the next, if a row has `width` weights. */
export const strideOf = (width: number): number => Math.ceil((SCALE_BYTES + width) / ALIGNMENT) * ALIGNMENT;

/** Memory of a fixed size, and the loops over arrays that were made in it. */
export interface Kernel {
  floats(length: number): Float32Array;
  integers(length: number): Int32Array;
  bytes(length: number): Int8Array;
  /**
   * Adds to `sums` the first `count` rows of `matrix` that `columns` names, each times its value. A matrix of bytes is one
   * that `quantise` has written, with rows of `strideOf(sums.length)`.
   */
  addRows(
    sums: Float32Array,
    matrix: Float32Array | Int8Array,
    columns: Int32Array,
    values: Float32Array,
    count: number,
  ): void;
  /** Takes `gradients` times its step from the first `count` rows of `matrix` that `columns` names. */
  stepRows(
    gradients: Float32Array,
    matrix: Float32Array,
    columns: Int32Array,
    steps: Float32Array,
    count: number,
  ): void;
  /** Writes the product of `vector` with each row of `matrix` into `products`. */
  multiplyRows(products: Float32Array, matrix: Float32Array, vector: Float32Array): void;
  /** Turns numbers into their hyperbolic tangents, right to six places, in place. */
  tanh(numbers: Float32Array): void;
  /**
   * Turns scores into probabilities, in place: their exponentials, scaled to sum to 1, right to six digits. The padding is
   * to be -Infinity, and comes out as 0.
   */
  softmax(scores: Float32Array): void;
}

/** Makes a kernel with room for arrays of `numbers` numbers in all, each array padded. */
export function makeKernel(numbers: number): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((FLOAT * numbers) / PAGE) });
  const loops = new WebAssembly.Instance(COMPILED, { env: { memory } }).exports;
  let used = 0;
  const take = (bytes: number): number => {
    const start = used;
    used += FLOAT * padded(bytes / FLOAT);
    return start;
  };
  return {
    floats: (length) => new Float32Array(memory.buffer, take(FLOAT * length), length),
    integers: (length) => new Int32Array(memory.buffer, take(FLOAT * length), length),
    bytes: (length) => new Int8Array(memory.buffer, take(length), length),
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
