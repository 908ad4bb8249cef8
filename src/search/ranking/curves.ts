/** The functions that bend what the networks sum, as loops of WebAssembly: JavaScript takes ten times as long. */
import {
  absoluteLanes,
  addFloats,
  addLanes,
  advance,
  bitsOfBoth,
  bitsOfEither,
  divideLanes,
  get,
  greaterFloat,
  greaterLanes,
  lane,
  lanesAsIntegers,
  lanesOf,
  loadLanes,
  multiplyLanes,
  type Routine,
  roundLanes,
  set,
  spreadFloat,
  storeLanes,
  subtractLanes,
  whileBelow,
} from './assembler.ts';

const LANES_BYTES = 16;
/** A float's bits from here on are its exponent, which has this added. */
const EXPONENT = 2 ** 23;
const BIAS = 127;
/** ln 2 in two parts, of which the first has so few bits that whole times it is exact (Cody and Waite 1980). */
const LN2_PARTS = [0.693359375, Math.LN2 - 0.693359375];
/** e to the power of this is 2 to the power of -127, of which the bits are those of 0. */
const LEAST = -BIAS * Math.LN2;
/** Taylor's series up to the sixth power: right to seven digits within half of ln 2. */
const SERIES = [1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1];

/**
 * Leaves e to the power of the numbers in `power`, none above 0, on the stack: 2 to the power of how many ln 2 go into
 * it, by way of a float's bits, times the series for the rest. `whole` is another local for its use.
 */
const exponential = (power: number, whole: number): number[] => [
  ...[...get(power), ...lanesOf(LEAST), ...greaterLanes, ...set(power)],
  ...[...get(power), ...lanesOf(Math.LOG2E), ...multiplyLanes, ...roundLanes, ...set(whole)],
  ...LN2_PARTS.flatMap((part) => [
    ...[...get(power), ...get(whole), ...lanesOf(part), ...multiplyLanes, ...subtractLanes, ...set(power)],
  ]),
  ...lanesOf(SERIES[0] as number),
  ...SERIES.slice(1).flatMap((factor) => [...get(power), ...multiplyLanes, ...lanesOf(factor), ...addLanes]),
  ...[...get(whole), ...lanesOf(BIAS), ...addLanes, ...lanesOf(EXPONENT), ...multiplyLanes, ...lanesAsIntegers],
  ...multiplyLanes,
];

/** Turns the numbers up to `end` into their hyperbolic tangents: (1 - t) / (1 + t), t being e to the power of -2|x|. */
export function tangent(): Routine {
  const [numbers, end, sign, power, whole] = [0, 1, 2, 3, 4];
  return {
    name: 'tangent',
    parameters: 2,
    integers: 0,
    vectors: 3,
    body: whileBelow(numbers, end, [
      // -0 is the sign's bit alone.
      ...[...get(numbers), ...loadLanes(0), ...lanesOf(-0), ...bitsOfBoth, ...set(sign)],
      ...[...get(numbers), ...loadLanes(0), ...absoluteLanes, ...lanesOf(-2), ...multiplyLanes, ...set(power)],
      ...[...exponential(power, whole), ...set(power)],
      ...[...get(numbers), ...lanesOf(1), ...get(power), ...subtractLanes],
      ...[...lanesOf(1), ...get(power), ...addLanes, ...divideLanes, ...get(sign), ...bitsOfEither, ...storeLanes(0)],
      ...advance(numbers, LANES_BYTES),
    ]),
  };
}

/** Turns the scores from `scores` up to `end` into probabilities: their exponentials, scaled to sum to 1. */
export function softmax(): Routine {
  const [scores, end, at, highest, sum, power, whole] = [0, 1, 2, 3, 4, 5, 6];
  const inAllLanes = (vector: number, join: readonly number[]) => [
    ...[0, 1, 2, 3].flatMap((which) => [...get(vector), ...lane(which), ...(which > 0 ? join : [])]),
    ...[...spreadFloat, ...set(vector)],
  ];
  const each = (body: readonly number[]) => [
    ...[...get(scores), ...set(at)],
    ...whileBelow(at, end, [...body, ...advance(at, LANES_BYTES)]),
  ];
  return {
    name: 'softmax',
    parameters: 2,
    integers: 1,
    vectors: 4,
    body: [
      ...[...get(scores), ...loadLanes(0), ...set(highest)],
      ...each([...get(at), ...loadLanes(0), ...get(highest), ...greaterLanes, ...set(highest)]),
      ...inAllLanes(highest, greaterFloat),
      ...each([
        ...[...get(at), ...loadLanes(0), ...get(highest), ...subtractLanes, ...set(power)],
        ...[...exponential(power, whole), ...set(power)],
        ...[...get(at), ...get(power), ...storeLanes(0), ...get(sum), ...get(power), ...addLanes, ...set(sum)],
      ]),
      ...inAllLanes(sum, addFloats),
      ...each([...get(at), ...get(at), ...loadLanes(0), ...get(sum), ...divideLanes, ...storeLanes(0)]),
    ],
  };
}
