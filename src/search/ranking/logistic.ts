/** A training case of a logistic regression. */
export interface Case {
  readonly inputs: readonly number[];
  readonly target: 0 | 1;
  readonly weight: number;
}

/** After this many, the loss of the fits here is within 1e-5 of the minimum. */
const STEPS = 200;

function dotProduct(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

/** The probability that a logistic regression with these weights gives for the inputs. */
export const logistic = (weights: readonly number[], inputs: ArrayLike<number>): number =>
  1 / (1 + Math.exp(-dotProduct(weights, inputs)));

/**
 * Fits a logistic regression to cases whose weights sum to 1, with a ridge penalty towards `prior`, by accelerated
 * gradient descent (Nesterov 1983). The step size is the inverse of a bound on the curvature.
 */
export function fitLogistic(cases: readonly Case[], prior: readonly number[], ridge: number): number[] {
  let weights = [...prior];
  /** The weights with momentum applied: where the gradient is taken. */
  let ahead = weights;
  const meanSquare = cases.reduce((sum, { inputs, weight }) => sum + weight * dotProduct(inputs, inputs), 0);
  const rate = 1 / (meanSquare / 4 + ridge);
  for (let step = 0; step < STEPS; step++) {
    const gradient = ahead.map((weight, at) => ridge * (weight - (prior[at] as number)));
    for (const { inputs, target, weight } of cases) {
      const error = weight * (logistic(ahead, inputs) - target);
      for (let at = 0; at < gradient.length; at++)
        gradient[at] = (gradient[at] as number) + error * (inputs[at] as number);
    }
    const next = ahead.map((weight, at) => weight - rate * (gradient[at] as number));
    const momentum = step / (step + 3);
    ahead = next.map((weight, at) => weight + momentum * (weight - (weights[at] as number)));
    weights = next;
  }
  return weights;
}
