import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { questionCompleter } from '../src/search/complete-questions.ts';
import { type Quantiles, quantiles } from './quantiles.ts';

/** How much of a question is typed, and how many are offered. */
const TYPED = 0.6;
const OFFERED = 5;

export interface Autocomplete {
  readonly typed: number;
  /** The share of cases in which the question is among the first five. */
  readonly found: number;
  /** Milliseconds a completion. */
  readonly time: Quantiles;
}

/** Completes three fifths of every question, with each of its letters wrong in turn. */
export function benchAutocomplete(knowledge: Knowledge): Autocomplete {
  const complete = questionCompleter(knowledge);
  const times: number[] = [];
  let found = 0;
  for (const entry of knowledge.entries.values()) {
    const beginning = entry.question.slice(0, Math.round(entry.question.length * TYPED));
    for (const [at, letter] of [...beginning].entries()) {
      if (!/[a-z]/i.test(letter)) continue;
      const typed = beginning.slice(0, at) + (letter === 'x' ? 'q' : 'x') + beginning.slice(at + 1);
      const before = performance.now();
      const offered = complete(typed, OFFERED);
      times.push(performance.now() - before);
      if (offered.includes(entry)) found++;
    }
  }
  return { typed: times.length, found: found / times.length, time: quantiles(times) };
}
