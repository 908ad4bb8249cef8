import {
  add,
  addFloats,
  addLanes,
  advance,
  assemble,
  get,
  higherAsFloats,
  lane,
  lanesOf,
  loadBytes,
  loadFloat,
  loadInteger,
  loadLanes,
  lowerAsFloats,
  multiply,
  multiplyFloats,
  multiplyLanes,
  set,
  spread,
  spreadFloat,
  storeFloat,
  storeLanes,
  subtractLanes,
  whileBelow,
} from './assembler.ts';
import { softmax, tangent } from './curves.ts';

// The inner loops of the networks, four numbers at a time: WebAssembly's vectors do in a second what plain
// loops do in four to six.

/**
 * The numbers of a matrix's row come in turns of this many: their sums stay in twelve of the sixteen vectors that
 * processors have, so that what else a row needs is fetched once for them all.
 */
export const LANES = 48;

/** The bytes of a turn, as floats. */
export const TURN = 4 * LANES;
const PARTS = Array.from({ length: TURN / 16 }, (_, part) => 16 * part);

/** A row in bytes begins with a float of so many; with it, it is made up to half lines of the processor's cache. */
export const SCALE = 4;
const HALF_LINE = 32;

/** How many bytes a row of a quantised matrix takes, of so many weights. */
export const strideOf = (width: number): number => Math.ceil((SCALE + width) / HALF_LINE) * HALF_LINE;

/** sums += values[k] * row columns[k] of the matrix, over all k; the sums of a turn stay in registers. */
function addRows() {
  const [sums, matrix, stride, columns, values, end, at, column, value, row] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const total = (part: number) => 10 + part;
  const factor = 10 + PARTS.length;
  const place = [...get(sums), ...get(at), ...add];
  return {
    name: 'addRows',
    parameters: 6,
    integers: 4,
    vectors: PARTS.length + 1,
    body: whileBelow(at, stride, [
      ...PARTS.flatMap((bytes, part) => [...place, ...loadLanes(bytes), ...set(total(part))]),
      ...[...get(columns), ...set(column), ...get(values), ...set(value)],
      ...whileBelow(column, end, [
        ...[...get(column), ...loadInteger, ...get(stride), ...multiply, ...get(matrix), ...add, ...get(at), ...add],
        ...[...set(row), ...get(value), ...spread, ...set(factor)],
        ...PARTS.flatMap((bytes, part) => [
          ...[...get(total(part)), ...get(factor), ...get(row), ...loadLanes(bytes), ...multiplyLanes],
          ...[...addLanes, ...set(total(part))],
        ]),
        ...[...advance(column, 4), ...advance(value, 4)],
      ]),
      ...PARTS.flatMap((bytes, part) => [...place, ...get(total(part)), ...storeLanes(bytes)]),
      ...advance(at, TURN),
    ]),
  };
}

/** The same of a matrix in bytes, each row of which begins with its scale: what a byte of 1 stands for. */
function addQuantisedRows() {
  const [sums, matrix, width, stride, columns, values, end, at, column, value, row] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ];
  const total = (part: number) => 11 + part;
  // Eight bytes at a time become two vectors of floats.
  const pairs = Array.from({ length: LANES / 8 }, (_, pair) => pair);
  const [factor, eight] = [11 + PARTS.length, 12 + PARTS.length];
  return {
    name: 'addQuantisedRows',
    parameters: 7,
    integers: 4,
    vectors: PARTS.length + 2,
    body: whileBelow(at, width, [
      ...PARTS.flatMap((bytes, part) => [...get(sums), ...loadLanes(bytes), ...set(total(part))]),
      ...[...get(columns), ...set(column), ...get(values), ...set(value)],
      ...whileBelow(column, end, [
        ...[...get(column), ...loadInteger, ...get(stride), ...multiply, ...get(matrix), ...add, ...set(row)],
        ...[...get(value), ...loadFloat, ...get(row), ...loadFloat, ...multiplyFloats, ...spreadFloat, ...set(factor)],
        ...[...get(row), ...get(at), ...add, ...set(row)],
        ...pairs.flatMap((pair) => [
          ...[...get(row), ...loadBytes(SCALE + 8 * pair), ...set(eight)],
          ...[lowerAsFloats, higherAsFloats].flatMap((asFloats, part) => [
            ...[...get(total(2 * pair + part)), ...get(eight), ...asFloats, ...get(factor), ...multiplyLanes],
            ...[...addLanes, ...set(total(2 * pair + part))],
          ]),
        ]),
        ...[...advance(column, 4), ...advance(value, 4)],
      ]),
      ...PARTS.flatMap((bytes, part) => [...get(sums), ...get(total(part)), ...storeLanes(bytes)]),
      ...[...advance(sums, TURN), ...advance(at, LANES)],
    ]),
  };
}

/** Row columns[k] of the matrix -= steps[k] * slopes, for each k. */
function stepRows() {
  const [slopes, matrix, stride, columns, steps, end, at, row, stop] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const factor = 9;
  return {
    name: 'stepRows',
    parameters: 6,
    integers: 3,
    vectors: 1,
    body: whileBelow(columns, end, [
      ...[...get(columns), ...loadInteger, ...get(stride), ...multiply, ...get(matrix), ...add, ...set(row)],
      ...[...get(row), ...get(stride), ...add, ...set(stop), ...get(slopes), ...set(at)],
      ...[...get(steps), ...spread, ...set(factor)],
      ...whileBelow(row, stop, [
        ...PARTS.flatMap((bytes) => [
          ...[...get(row), ...get(row), ...loadLanes(bytes), ...get(factor), ...get(at), ...loadLanes(bytes)],
          ...[...multiplyLanes, ...subtractLanes, ...storeLanes(bytes)],
        ]),
        ...[...advance(row, TURN), ...advance(at, TURN)],
      ]),
      ...[...advance(columns, 4), ...advance(steps, 4)],
    ]),
  };
}

/** products[r] = the product of the vector with row r of the matrix, for each row up to `end`. */
function multiplyRows() {
  const [products, row, stride, vector, end, at, stop] = [0, 1, 2, 3, 4, 5, 6];
  const total = (part: number) => 7 + (part % 4);
  return {
    name: 'multiplyRows',
    parameters: 5,
    integers: 2,
    vectors: 4,
    body: whileBelow(row, end, [
      ...[...get(row), ...get(stride), ...add, ...set(stop), ...get(vector), ...set(at)],
      ...[0, 1, 2, 3].flatMap((part) => [...lanesOf(0), ...set(total(part))]),
      ...whileBelow(row, stop, [
        ...PARTS.flatMap((bytes, part) => [
          ...[...get(total(part)), ...get(row), ...loadLanes(bytes), ...get(at), ...loadLanes(bytes)],
          ...[...multiplyLanes, ...addLanes, ...set(total(part))],
        ]),
        ...[...advance(row, TURN), ...advance(at, TURN)],
      ]),
      ...[...get(total(0)), ...get(total(1)), ...addLanes, ...get(total(2)), ...get(total(3)), ...addLanes],
      ...[...addLanes, ...set(total(0)), ...get(products)],
      ...[0, 1, 2, 3].flatMap((which) => [...get(total(0)), ...lane(which), ...(which > 0 ? addFloats : [])]),
      ...[...storeFloat, ...advance(products, 4)],
    ]),
  };
}

/** The loops as a module of WebAssembly. */
export const LOOPS = assemble([addRows(), addQuantisedRows(), stepRows(), multiplyRows(), tangent(), softmax()]);
