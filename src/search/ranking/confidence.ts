import { type Example, fitModel } from './model.ts';
import { seededRandom, shuffle } from './random.ts';
import { SIGNALS, scorerOf } from './scoring.ts';
import type { Synonyms } from './tokens.ts';

/** A logistic regression from a question's signals to the chance that the likeliest label is right. */
export interface Decision {
  readonly weights: readonly number[];
  readonly bias: number;
}

// What fits on public question sets come to, rounded: if there are too few phrasings to fit on, this stands.
const PRIOR = [0.3, 1.2, 1, -2.3, 0.4, 0.4];
const PRIOR_BIAS = -2.2;
// As if so many cases spoke for it: of weight among dozens of cases, of none among thousands.
const PRIOR_CASES = 10;

// Entries and phrasings are dealt into three parts; in two rounds, a part of both is kept out of the fit.
const PARTS = 3;
const ROUNDS = 2;
// Six weights need no more cases than this.
const MOST_EXAMPLES = 1200;
// Questions that no entry answers are this part of all cases in the fit, whatever the number of phrasings.
const UNANSWERABLE = 0.4;
const GRADIENT_STEPS = 1000;

interface Case {
  readonly signals: readonly number[];
  readonly right: boolean;
  readonly answerable: boolean;
}

const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));

/** The chance that the likeliest label is right, 0 to 1. */
export function confidenceOf(decision: Decision, signals: ArrayLike<number>): number {
  let score = decision.bias;
  for (let at = 0; at < SIGNALS; at++) score += (decision.weights[at] ?? 0) * (signals[at] ?? 0);
  return sigmoid(score);
}

/**
 * Fits the decision on phrasings alone: models fitted without some entries and some phrasings meet both. A phrasing of
 * an entry they never saw stands for a question that nothing answers; one of an entry they know, for one that is.
 */
export function fitDecision(examples: readonly Example[], synonyms: Synonyms): Decision {
  const random = seededRandom(3);
  const order = Int32Array.from(examples.keys());
  shuffle(order, random);
  const chosen = [...order.subarray(0, MOST_EXAMPLES)].map((at) => examples[at] as Example);
  const labels = [...new Set(examples.map(({ label }) => label))];
  const dealt = Int32Array.from(labels.keys());
  shuffle(dealt, random);
  const part = new Map(labels.map((label, at) => [label, (dealt[at] ?? 0) % PARTS]));

  const cases: Case[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const isOut = ({ label }: Example) => part.get(label) === round;
    const known = chosen.filter((example, at) => !isOut(example) && at % PARTS !== round);
    if (known.length === 0) continue;
    const model = fitModel(known, synonyms);
    const { score } = scorerOf(model);
    chosen.forEach((example, at) => {
      const answerable = !isOut(example);
      if (answerable && at % PARTS !== round) return;
      const { top, signals } = score(example.text);
      cases.push({
        signals: Array.from(signals),
        right: answerable && model.labels[top[0] ?? 0] === example.label,
        answerable,
      });
    });
  }
  return fitLogistic(cases);
}

/**
 * Minimises the weighted cross-entropy, with a ridge towards the prior weights, by gradient descent. Its step is the
 * inverse of a bound on the curvature, so that each step goes down.
 */
function fitLogistic(cases: readonly Case[]): Decision {
  const prior = [...PRIOR, PRIOR_BIAS];
  const weights = [...prior];
  if (cases.length === 0) return decisionOf(weights);
  const ridge = PRIOR_CASES / cases.length;
  const answerable = cases.filter((item) => item.answerable).length;
  const weighted = cases.map((item) => ({
    inputs: [...item.signals, 1],
    target: item.right ? 1 : 0,
    share: item.answerable ? (1 - UNANSWERABLE) / answerable : UNANSWERABLE / (cases.length - answerable),
  }));
  const meanSquare = weighted.reduce((sum, { inputs, share }) => sum + share * product(inputs, inputs), 0);
  const rate = 1 / (meanSquare / 4 + ridge);
  for (let step = 0; step < GRADIENT_STEPS; step++) {
    const gradient = weights.map((weight, at) => ridge * (weight - (prior[at] as number)));
    for (const { inputs, target, share } of weighted) {
      const error = share * (sigmoid(product(inputs, weights)) - target);
      for (let at = 0; at < gradient.length; at++)
        gradient[at] = (gradient[at] as number) + error * (inputs[at] as number);
    }
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) - rate * (gradient[at] as number);
  }
  return decisionOf(weights);
}

const decisionOf = (weights: readonly number[]): Decision => ({
  weights: weights.slice(0, SIGNALS),
  bias: weights[SIGNALS] as number,
});

function product(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
