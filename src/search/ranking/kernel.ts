/** Memory for the networks, and the loops over what stands in it. */
import { LANES, LOOPS, strideOf, TURN } from './loops.ts';

// What is used of WebAssembly's JavaScript interface, which the types of Node leave out.
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Record<string, (...places: number[]) => void> };
};

const PAGE = 65_536;
const COMPILED = new WebAssembly.Module(LOOPS);

/** A width made up to whole turns. */
export const padded = (width: number): number => Math.ceil(width / LANES) * LANES;

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
  /** Takes `slopes` times its step from the first `count` rows of `matrix` that `columns` names. */
  stepRows(slopes: Float32Array, matrix: Float32Array, columns: Int32Array, steps: Float32Array, count: number): void;
  /** Writes the product of `vector` with each row of `matrix` into `products`. */
  multiplyRows(products: Float32Array, matrix: Float32Array, vector: Float32Array): void;
  /** Turns numbers into their hyperbolic tangents, right to six places, in place. */
  tangent(numbers: Float32Array): void;
  /**
   * Turns scores into probabilities, in place: their exponentials, scaled to sum to 1, right to six digits. What makes
   * them up to whole turns is to be -Infinity, and comes out as 0.
   */
  softmax(scores: Float32Array): void;
}

/** Makes a kernel with room for arrays of `numbers` numbers in all, each array made up to whole turns. */
export function makeKernel(numbers: number): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((4 * numbers) / PAGE) });
  const { exports } = new WebAssembly.Instance(COMPILED, { env: { memory } });
  const { addRows, addQuantisedRows, stepRows, multiplyRows, tangent, softmax } = exports as Record<
    'addRows' | 'addQuantisedRows' | 'stepRows' | 'multiplyRows' | 'tangent' | 'softmax',
    (...places: number[]) => void
  >;
  let used = 0;
  const take = (bytes: number): number => {
    const start = used;
    used += Math.ceil(bytes / TURN) * TURN;
    return start;
  };
  return {
    floats: (length) => new Float32Array(memory.buffer, take(4 * length), length),
    integers: (length) => new Int32Array(memory.buffer, take(4 * length), length),
    bytes: (length) => new Int8Array(memory.buffer, take(length), length),
    addRows(sums, matrix, columns, values, count) {
      const [from, to] = [columns.byteOffset, columns.byteOffset + 4 * count];
      if (matrix instanceof Float32Array)
        addRows(sums.byteOffset, matrix.byteOffset, sums.byteLength, from, values.byteOffset, to);
      else {
        const stride = strideOf(sums.length);
        addQuantisedRows(sums.byteOffset, matrix.byteOffset, sums.length, stride, from, values.byteOffset, to);
      }
    },
    stepRows: (slopes, matrix, columns, steps, count) =>
      stepRows(
        slopes.byteOffset,
        matrix.byteOffset,
        slopes.byteLength,
        columns.byteOffset,
        steps.byteOffset,
        columns.byteOffset + 4 * count,
      ),
    multiplyRows: (products, matrix, vector) =>
      multiplyRows(
        products.byteOffset,
        matrix.byteOffset,
        vector.byteLength,
        vector.byteOffset,
        matrix.byteOffset + matrix.byteLength,
      ),
    tangent: (numbers) => tangent(numbers.byteOffset, numbers.byteOffset + numbers.byteLength),
    softmax: (scores) => softmax(scores.byteOffset, scores.byteOffset + scores.byteLength),
  };
}
