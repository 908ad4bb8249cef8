import { seededRandom, shuffle } from '../../src/search/ranking/random.ts';
import type { Phrasing } from '../engine.ts';
import type { Line } from '../sets.ts';

/** What to fit on and what to ask; a null label means that no entry answers the question. */
export interface Trial {
  readonly phrasings: readonly Phrasing[];
  readonly questions: readonly Line[];
}

/** One trial for each of `parts` parts of the labels, with that part held out, so that its questions have no answer. */
export function heldOut({ phrasings, questions }: Trial, parts: number): Trial[] {
  const labels = [...new Set(phrasings.map(({ label }) => label))];
  const order = Int32Array.from(labels.keys());
  shuffle(order, seededRandom(1));
  return Array.from({ length: parts }, (_, part) => {
    const out = new Set<string | null>(labels.filter((_, at) => (order[at] as number) % parts === part));
    return {
      phrasings: phrasings.filter(({ label }) => !out.has(label)),
      questions: questions.map(({ text, label }) => ({ text, label: out.has(label) ? null : label })),
    };
  });
}

/** The area under the ROC curve: the probability that a value of `higher` exceeds one of `lower`; a tie counts half. */
export function areaUnderRoc(higher: readonly number[], lower: readonly number[]): number {
  const sorted = lower.toSorted((one, other) => one - other);
  const below = (value: number, orEqual: boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = sorted[middle] as number;
      if (at < value || (orEqual && at === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = higher.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
  return wins / (higher.length * lower.length);
}
