import { exponential } from './exponential.ts';

/** Turns the first `length` scores into probabilities, in place: their exponentials, scaled to sum to 1. */
export function toProbabilities(scores: Float32Array, length: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < length; at++) if ((scores[at] as number) > highest) highest = scores[at] as number;
  let sum = 0;
  for (let at = 0; at < length; at++) {
    const power = exponential((scores[at] as number) - highest);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < length; at++) scores[at] = (scores[at] as number) / sum;
}
