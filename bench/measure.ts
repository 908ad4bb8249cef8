import { seededRandom, shuffle } from '../src/search/ranking/random.ts';
import type { Build, Phrasing } from './engine.ts';
import { type Quantiles, quantiles } from './quantiles.ts';
import type { Line } from './sets.ts';

/** The results of one engine on one set. Times in milliseconds, memory in bytes, shares from 0 to 1. */
export interface Measured {
  readonly build: number;
  /** The memory that the built engine retains, on and off the heap. */
  readonly memory: number;
  readonly time: Quantiles;
  /** The number of questions asked within the time. */
  readonly asked: number;
  /** The share of right labels among the questions that have one, even if the engine would decline. */
  readonly accuracy: number;
  /** The share of right outcomes by its own decision, over all questions; one without a label is right if declined. */
  readonly decided: number;
}

const WARM_UP = 50;

function held(): number {
  if (!globalThis.gc) throw new Error('Memory is measured after a collection: run with --expose-gc.');
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Builds the engine and asks it the questions in random order for `budget` milliseconds at most. */
export async function measure(
  build: Build,
  phrasings: readonly Phrasing[],
  questions: readonly Line[],
  budget: number,
): Promise<Measured> {
  const before = held();
  const start = performance.now();
  const ask = await build(phrasings);
  const building = performance.now() - start;
  const memory = held() - before;

  const order = Int32Array.from(questions.keys());
  shuffle(order, seededRandom(1));
  const begun = performance.now();
  for (const at of order.subarray(0, WARM_UP)) {
    await ask(questions[at]?.text ?? '');
    if (performance.now() - begun > budget / 10) break;
  }
  const times: number[] = [];
  let answerable = 0;
  let right = 0;
  let decided = 0;
  const from = performance.now();
  for (const at of order) {
    const { text, label } = questions[at] as Line;
    const asked = performance.now();
    const answer = await ask(text);
    times.push(performance.now() - asked);
    if (label !== null) answerable++;
    if (label !== null && answer.label === label) right++;
    if ((answer.answered ? answer.label : null) === label) decided++;
    if (performance.now() - from > budget) break;
  }
  return {
    build: building,
    memory,
    time: quantiles(times),
    asked: times.length,
    accuracy: right / answerable,
    decided: decided / times.length,
  };
}
