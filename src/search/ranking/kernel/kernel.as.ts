// AssemblyScript, not TypeScript: the inner loops of the networks, four floats at a time. `npm run kernel` compiles it.
// Arrays are passed as addresses, and padded to a whole number of iterations (see kernel.ts).

/** In bytes: an integer or a float, and a vector of four. */
const NUMBER: usize = 4;
const VECTOR: usize = 16;

/**
 * sums += values[k] * row columns[k] of the matrix, for each k. A row takes `width` bytes. Two rows at a time, so that the
 * sums are read and written half as often.
 */
export function addRows(sums: usize, matrix: usize, width: usize, columns: usize, values: usize, count: usize): void {
  let k: usize = 0;
  for (; k + NUMBER < count * NUMBER; k += 2 * NUMBER) {
    const one = matrix + <usize>load<u32>(columns + k) * width;
    const other = matrix + <usize>load<u32>(columns + k, NUMBER) * width;
    const ofOne = v128.load_splat<f32>(values + k);
    const ofOther = v128.load_splat<f32>(values + k, NUMBER);
    for (let at: usize = 0; at < width; at += VECTOR) {
      const both = f32x4.add(f32x4.mul(v128.load(one + at), ofOne), f32x4.mul(v128.load(other + at), ofOther));
      v128.store(sums + at, f32x4.add(v128.load(sums + at), both));
    }
  }
  if (k >= count * NUMBER) return;
  const last = matrix + <usize>load<u32>(columns + k) * width;
  const value = v128.load_splat<f32>(values + k);
  for (let at: usize = 0; at < width; at += VECTOR) {
    v128.store(sums + at, f32x4.add(v128.load(sums + at), f32x4.mul(v128.load(last + at), value)));
  }
}

/** The same for a quantised matrix. A row takes `stride` bytes: the scale, a float, then `width` weights of one byte. */
export function addQuantisedRows(
  sums: usize,
  matrix: usize,
  width: usize,
  stride: usize,
  columns: usize,
  values: usize,
  count: usize,
): void {
  for (let k: usize = 0; k < count * NUMBER; k += NUMBER) {
    const row = matrix + <usize>load<u32>(columns + k) * stride;
    const value = f32x4.splat(load<f32>(values + k) * load<f32>(row));
    for (let at: usize = 0; at < width; at += 8) {
      const eight = v128.load_ext<i8>(row + NUMBER + at);
      const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(eight));
      const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(eight));
      const sum = sums + NUMBER * at;
      v128.store(sum, f32x4.add(v128.load(sum), f32x4.mul(low, value)));
      v128.store(sum, f32x4.add(v128.load(sum, VECTOR), f32x4.mul(high, value)), VECTOR);
    }
  }
}

/** Row columns[k] of the matrix -= steps[k] * gradients, for each k. */
export function stepRows(
  gradients: usize,
  matrix: usize,
  width: usize,
  columns: usize,
  steps: usize,
  count: usize,
): void {
  for (let k: usize = 0; k < count * NUMBER; k += NUMBER) {
    const row = matrix + <usize>load<u32>(columns + k) * width;
    const step = v128.load_splat<f32>(steps + k);
    for (let at: usize = 0; at < width; at += VECTOR) {
      v128.store(row + at, f32x4.sub(v128.load(row + at), f32x4.mul(step, v128.load(gradients + at))));
    }
  }
}

/** products[r] = the dot product of row r of the matrix and the vector, for each of `count` rows. */
export function multiplyRows(products: usize, matrix: usize, width: usize, vector: usize, count: usize): void {
  for (let r: usize = 0; r < count; r++) {
    const row = matrix + r * width;
    // Two sums, because an addition waits for the one before it.
    let even = f32x4.splat(0);
    let odd = f32x4.splat(0);
    for (let at: usize = 0; at < width; at += 2 * VECTOR) {
      even = f32x4.add(even, f32x4.mul(v128.load(row + at), v128.load(vector + at)));
      odd = f32x4.add(odd, f32x4.mul(v128.load(row + at, VECTOR), v128.load(vector + at, VECTOR)));
    }
    store<f32>(products + r * NUMBER, sumOf(f32x4.add(even, odd)));
  }
}

/** Replaces numbers by their hyperbolic tangents: (1 - t) / (1 + t) with the number's sign, where t = e^(-2|x|). */
export function tanh(numbers: usize, width: usize): void {
  const one = f32x4.splat(1);
  for (let at = numbers; at < numbers + width; at += VECTOR) {
    const number = v128.load(at);
    const sign = v128.and(number, f32x4.splat(-0.0));
    const t = exp(f32x4.mul(f32x4.abs(number), f32x4.splat(-2)));
    v128.store(at, v128.or(f32x4.div(f32x4.sub(one, t), f32x4.add(one, t)), sign));
  }
}

/** Replaces scores by probabilities: their exponentials, scaled to sum to 1. */
export function softmax(scores: usize, width: usize): void {
  const end = scores + width;
  let most = v128.load(scores);
  for (let at = scores; at < end; at += VECTOR) most = f32x4.max(most, v128.load(at));
  const highest = f32x4.splat(
    max(
      max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
      max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
    ),
  );
  let sum = f32x4.splat(0);
  for (let at = scores; at < end; at += VECTOR) {
    const power = exp(f32x4.sub(v128.load(at), highest));
    v128.store(at, power);
    sum = f32x4.add(sum, power);
  }
  const total = f32x4.splat(sumOf(sum));
  for (let at = scores; at < end; at += VECTOR) v128.store(at, f32x4.div(v128.load(at), total));
}

/** The sum of a vector's four numbers. */
function sumOf(vector: v128): f32 {
  return (
    f32x4.extract_lane(vector, 0) +
    f32x4.extract_lane(vector, 1) +
    f32x4.extract_lane(vector, 2) +
    f32x4.extract_lane(vector, 3)
  );
}

/** ln 2 in two parts, the first with so few bits that its multiples are exact (Cody and Waite 1980). */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = <f32>(Math.LN2 - LN2_HIGH);
/** A float's exponent starts at this bit, and has this bias. */
const EXPONENT: i32 = 23;
const BIAS: f32 = 127;

/**
 * e^x for four numbers x of at most 0, as 2^n * e^r, where n = round(x / ln 2) and r = x - n ln 2. 2^n is set in a float's
 * exponent bits; e^r, with |r| at most half of ln 2, is its Taylor series up to r^6, correct to seven digits.
 */
function exp(x: v128): v128 {
  // At -127 ln 2 and below, the exponent bits are 0.
  const power = f32x4.max(x, f32x4.splat(-BIAS * Mathf.LN2));
  const n = f32x4.nearest(f32x4.mul(power, f32x4.splat(Mathf.LOG2E)));
  const r = f32x4.sub(f32x4.sub(power, f32x4.mul(n, f32x4.splat(LN2_HIGH))), f32x4.mul(n, f32x4.splat(LN2_LOW)));
  let series = f32x4.splat(1.0 / 720);
  series = f32x4.add(f32x4.mul(series, r), f32x4.splat(1.0 / 120));
  series = f32x4.add(f32x4.mul(series, r), f32x4.splat(1.0 / 24));
  series = f32x4.add(f32x4.mul(series, r), f32x4.splat(1.0 / 6));
  series = f32x4.add(f32x4.mul(series, r), f32x4.splat(1.0 / 2));
  series = f32x4.add(f32x4.mul(series, r), f32x4.splat(1));
  series = f32x4.add(f32x4.mul(series, r), f32x4.splat(1));
  const bits = i32x4.shl(i32x4.trunc_sat_f32x4_s(f32x4.add(n, f32x4.splat(BIAS))), EXPONENT);
  return f32x4.mul(series, bits);
}
