// Just enough of WebAssembly's binary format (core specification 2.0, chapter 5) to write a few small functions.

type Bytes = readonly number[];

function unsigned(value: number): Bytes {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

const section = (id: number, content: Bytes): Bytes => [id, ...unsigned(content.length), ...content];
const list = (items: readonly Bytes[]): Bytes => [...unsigned(items.length), ...items.flat()];
const name = (text: string): Bytes => list(Array.from(text, (letter) => [letter.charCodeAt(0)]));

const I32 = 0x7f;
const V128 = 0x7b;
const vector = (code: number): Bytes => [0xfd, ...unsigned(code)];
const signed = (value: number): Bytes => {
  const low = value & 127;
  const rest = value >> 7;
  return (rest === 0 && low < 64) || (rest === -1 && low >= 64) ? [low] : [low | 128, ...signed(rest)];
};

/** A place in memory, `bytes` from the address on the stack. */
const at = (alignment: number, bytes: number): Bytes => [alignment, ...unsigned(bytes)];

export const get = (local: number): Bytes => [0x20, ...unsigned(local)];
export const set = (local: number): Bytes => [0x21, ...unsigned(local)];
export const integer = (value: number): Bytes => [0x41, ...signed(value)];
export const add: Bytes = [0x6a];
export const multiply: Bytes = [0x6c];
export const below: Bytes = [0x49];
export const loadInteger: Bytes = [0x28, ...at(2, 0)];
export const loadFloat: Bytes = [0x2a, ...at(2, 0)];
export const storeFloat: Bytes = [0x38, ...at(2, 0)];
export const addFloats: Bytes = [0x92];
export const multiplyFloats: Bytes = [0x94];
export const loadLanes = (bytes: number): Bytes => [...vector(0x00), ...at(2, bytes)];
export const storeLanes = (bytes: number): Bytes => [...vector(0x0b), ...at(2, bytes)];
/** One float from memory in all four lanes. */
export const spread: Bytes = [...vector(0x09), ...at(2, 0)];
/** The float on the stack in all four lanes. */
export const spreadFloat: Bytes = vector(0x13);
/** Eight signed bytes from memory as eight integers of 16 bits; the lower or the higher four of these as floats. */
export const loadBytes = (bytes: number): Bytes => [...vector(0x01), ...at(0, bytes)];
export const lowerAsFloats: Bytes = [...vector(0xa7), ...vector(0xfa)];
export const higherAsFloats: Bytes = [...vector(0xa8), ...vector(0xfa)];
/** The same float in all four lanes. */
export const lanesOf = (value: number): Bytes => [
  ...vector(0x0c),
  ...new Uint8Array(new Float32Array(4).fill(value).buffer),
];
export const lane = (which: number): Bytes => [...vector(0x1f), which];
export const addLanes: Bytes = vector(0xe4);
export const subtractLanes: Bytes = vector(0xe5);
export const multiplyLanes: Bytes = vector(0xe6);
export const divideLanes: Bytes = vector(0xe7);
export const greaterLanes: Bytes = vector(0xe9);
export const greaterFloat: Bytes = [0x97];
export const absoluteLanes: Bytes = vector(0xe0);
/** To the nearest whole number, still as a float. */
export const roundLanes: Bytes = vector(0x6a);
/** Floats as integers of 32 bits. */
export const lanesAsIntegers: Bytes = vector(0xf8);
/** The bits that both have, or that either has. */
export const bitsOfBoth: Bytes = vector(0x4e);
export const bitsOfEither: Bytes = vector(0x50);

/** Adds a number to a local. */
export const advance = (local: number, by: number): Bytes => [...get(local), ...integer(by), ...add, ...set(local)];

/** Repeats `body` while the local is below the other; not once where it is not. */
export const whileBelow = (local: number, limit: number, body: Bytes): Bytes => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...get(local),
  ...get(limit),
  ...below,
  ...[0x45, 0x0d, 1],
  ...body,
  ...[0x0c, 0, 0x0b, 0x0b],
];

/** A function of `parameters` integers, with more integers and vectors of four floats as locals behind them. */
export interface Routine {
  readonly name: string;
  readonly parameters: number;
  readonly integers: number;
  readonly vectors: number;
  readonly body: Bytes;
}

/** The bytes of a module that imports a memory ("env", "memory") and exports the routines. */
export function assemble(routines: readonly Routine[]): Uint8Array {
  const types = routines.map(({ parameters }) => [0x60, ...list(Array(parameters).fill([I32])), 0]);
  const codes = routines.map(({ integers, vectors, body }) => {
    const locals = list([
      [...unsigned(integers), I32],
      [...unsigned(vectors), V128],
    ]);
    const code = [...locals, ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, list([[...name('env'), ...name('memory'), 2, 0, 1]])),
    ...section(3, list(routines.map((_, index) => unsigned(index)))),
    ...section(7, list(routines.map((routine, index) => [...name(routine.name), 0, ...unsigned(index)]))),
    ...section(10, list(codes)),
  ]);
}
