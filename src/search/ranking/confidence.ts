import type { Synonyms } from './lexicon.ts';
import { type Example, fitModel } from './model.ts';
import { seededRandom, shuffle } from './random.ts';
import { SIGNALS, scorerOf } from './scoring.ts';

/** A logistic regression from a question's signals to the chance that the likeliest label is right. */
export interface Decision {
  readonly weights: readonly number[];
  readonly bias: number;
}

// What fits on public question sets come to, rounded: where there are too few phrasings to fit on, this stands.
const START = [0.3, 1.2, 1, -2.3, 0.4, 0.4];
const START_BIAS = -2.2;
// As if so many cases spoke for it: of weight in dozens of cases, of none in thousands.
const CASES_FOR_START = 10;

// Entries and phrasings are dealt into three parts; in two rounds, a part of both is kept out of the fit.
const PARTS = 3;
const ROUNDS = 2;
// Six weights need no more cases than this, and a start no more time.
const MOST_EXAMPLES = 1200;
// Questions that no entry answers are this part of all cases in the fit, whatever the number of phrasings.
const UNANSWERABLE = 0.4;
const NEWTON_STEPS = 12;

interface Case {
  readonly signals: readonly number[];
  readonly right: boolean;
  readonly answerable: boolean;
}

const chance = (score: number): number => 1 / (1 + Math.exp(-score));

/** The chance that the likeliest label is right, 0 to 1. */
export function confidenceOf(decision: Decision, signals: ArrayLike<number>): number {
  let score = decision.bias;
  for (let at = 0; at < SIGNALS; at++) score += (decision.weights[at] ?? 0) * (signals[at] ?? 0);
  return chance(score);
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
      const { likeliest, signals } = score(example.text);
      cases.push({
        signals: Array.from(signals),
        right: answerable && model.labels[likeliest[0] ?? 0] === example.label,
        answerable,
      });
    });
  }
  return fitLogistic(cases);
}

/** Newton's method on the weighted log-likelihood, with a ridge towards the starting weights. */
function fitLogistic(cases: readonly Case[]): Decision {
  const size = SIGNALS + 1;
  const start = [...START, START_BIAS];
  const weights = [...start];
  const pull = CASES_FOR_START / cases.length;
  const answerable = cases.filter((item) => item.answerable).length;
  const share = (item: Case) =>
    item.answerable ? (1 - UNANSWERABLE) / answerable : UNANSWERABLE / (cases.length - answerable);
  for (let step = 0; step < NEWTON_STEPS && cases.length > 0; step++) {
    const system = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size + 1 }, (_, j) =>
        j === size ? pull * ((weights[i] ?? 0) - (start[i] ?? 0)) : i === j ? pull : 0,
      ),
    );
    for (const item of cases) {
      const inputs = [...item.signals, 1];
      const given = chance(inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0));
      const share_ = share(item);
      system.forEach((row, i) => {
        const input = (inputs[i] ?? 0) * share_;
        for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + input * (inputs[j] ?? 0) * given * (1 - given);
        row[size] = (row[size] ?? 0) + input * (given - (item.right ? 1 : 0));
      });
    }
    solve(system).forEach((change, at) => {
      weights[at] = (weights[at] ?? 0) - change;
    });
  }
  return { weights: weights.slice(0, SIGNALS), bias: weights[SIGNALS] ?? 0 };
}

/** Solves a symmetric, positive definite system (the last column holds the right side) by elimination. */
function solve(system: number[][]): number[] {
  const size = system.length;
  for (let pivot = 0; pivot < size; pivot++) {
    const lead = system[pivot] ?? [];
    for (let other = 0; other < size; other++) {
      const row = system[other];
      if (other === pivot || !row) continue;
      const factor = (row[pivot] ?? 0) / (lead[pivot] ?? 1);
      for (let j = pivot; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (lead[j] ?? 0);
    }
  }
  return system.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
