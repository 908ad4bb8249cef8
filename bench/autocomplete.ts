import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { questionCompleter } from '../src/search/complete-questions.ts';
import { type Quantiles, quantiles } from './quantiles.ts';

/** The share of a question that is typed, and the number of questions offered. */
const TYPED = 0.6;
const OFFERED = 5;

export interface Autocomplete {
  readonly typed: number;
  /** The share of cases in which the question is among the first five. */
  readonly found: number;
  /** Milliseconds for each completion. */
  readonly time: Quantiles;
}

/** The first three fifths of every question, with one letter wrong, for one letter in `step`. */
function cases({ entries }: Knowledge, step: number) {
  return [...entries.values()].flatMap((entry, place) => {
    const beginning = entry.question.slice(0, Math.round(entry.question.length * TYPED));
    const letters = [...beginning.matchAll(/[a-z]/gi)].filter((_, at) => at % step === place % step);
    return letters.map(({ 0: letter, index }) => ({
      entry,
      typed: beginning.slice(0, index) + (letter === 'x' ? 'q' : 'x') + beginning.slice(index + 1),
    }));
  });
}

/** Completions that warm up first. */
const UNMEASURED = 500;

/** Measures completions of questions typed with a wrong letter, which is one in `step`. */
export function benchAutocomplete(knowledge: Knowledge, step: number): Autocomplete {
  const complete = questionCompleter(knowledge);
  const typed = cases(knowledge, step);
  for (const one of typed.slice(0, UNMEASURED)) complete(one.typed, OFFERED);
  const measured = typed.map((one) => {
    const before = performance.now();
    const offered = complete(one.typed, OFFERED);
    return { time: performance.now() - before, found: offered.includes(one.entry) };
  });
  return {
    typed: typed.length,
    found: measured.filter(({ found }) => found).length / typed.length,
    time: quantiles(measured.map(({ time }) => time)),
  };
}
