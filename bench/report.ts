import { duration, megabytes, percent, table, times } from './format.ts';
import type { Measured } from './measure.ts';

/** An engine's result; null if it did not finish in time. */
export interface Outcome {
  readonly engine: string;
  readonly measured: Measured | null;
}

/** The engines' results on one set. */
export interface Comparison {
  readonly set: string;
  readonly questions: number;
  readonly outcomes: readonly Outcome[];
}

/** The engines' results with `size` phrasings. */
export interface Growth {
  readonly size: number;
  readonly outcomes: readonly Outcome[];
}

// With fewer questions, the 99th percentile is just the slowest one.
const ENOUGH = 100;

const p99 = ({ time, asked }: Measured): string => (asked < ENOUGH ? '–' : duration(time.p99));

/** The comparison on one set, with each time's ratio to ours, which is the first outcome. */
export function comparisonTable({ set, questions, outcomes }: Comparison, limit: number): string {
  const ours = outcomes[0]?.measured;
  const besides = (value: number, own: number | undefined) => (own === undefined ? '' : ` (${times(value, own)})`);
  const rows = outcomes.map(({ engine, measured }) => {
    if (measured === null) return [engine, '–', '–', '–', '–', `over ${duration(limit)}`, '–', '–'];
    const { accuracy, decided, time, build, memory, asked } = measured;
    return [
      engine,
      percent(accuracy),
      percent(decided),
      duration(time.p50) + besides(time.p50, ours?.time.p50),
      p99(measured),
      duration(build) + besides(build, ours?.build),
      megabytes(memory),
      String(asked),
    ];
  });
  const head = [`${set}`, 'right', 'with its own decision', 'p50 a question', 'p99', 'build', 'memory', 'asked'];
  return `${table(head, rows)}\n${questions} questions; each engine has the same time, so a slow one is asked fewer.`;
}

/** Times by number of phrasings: for each engine the build, and p50 and p99 of a question. */
export function growthTable(growth: readonly Growth[], limit: number): string {
  const engines = growth[0]?.outcomes.map(({ engine }) => engine) ?? [];
  const rows = engines.flatMap((engine) => {
    const cells = (tell: (measured: Measured) => string, otherwise: string) =>
      growth.map(({ outcomes }) => {
        const measured = outcomes.find((outcome) => outcome.engine === engine)?.measured;
        return measured ? tell(measured) : otherwise;
      });
    return [
      [`${engine}: build`, ...cells(({ build }) => duration(build), `over ${duration(limit)}`)],
      ['p50 a question', ...cells(({ time }) => duration(time.p50), '–')],
      ['p99 a question', ...cells(p99, '–')],
    ];
  });
  return table(['phrasings', ...growth.map(({ size }) => size.toLocaleString('en'))], rows);
}
