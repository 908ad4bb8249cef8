// Math.exp and Math.tanh take three times as long, and a question needs some 600 of them.

const STEPS = 16;
/** e to the power of less than minus this is nothing beside 1, to any float. */
const LEAST = 40;
const POWERS = Float64Array.from({ length: LEAST * STEPS }, (_, step) => Math.exp(-step / STEPS));

/**
 * e to the power of a number that is not above 0, right to 8 digits: from a table of sixteenths, and Taylor's series for
 * what is left.
 */
export function exponential(power: number): number {
  const step = Math.trunc(-STEPS * power);
  if (step >= POWERS.length) return 0;
  const rest = power + step / STEPS;
  return (POWERS[step] as number) * (1 + rest * (1 + rest * (1 / 2 + rest * (1 / 6 + rest * (1 / 24)))));
}

/** The hyperbolic tangent, right to 8 places. */
export function hyperbolicTangent(value: number): number {
  const small = exponential(-2 * Math.abs(value));
  const size = (1 - small) / (1 + small);
  return value < 0 ? -size : size;
}
