/** The measurements by number of articles, and their table. */
import type { Knowledge } from '../../src/knowledge/knowledge.ts';

export interface Measurement {
  readonly folder: string;
  /** The repository's knowledge, from which the articles are generated. */
  readonly knowledge: Knowledge;
  readonly hash: string;
  readonly articles: number;
}

export interface Measured {
  readonly articles: number;
  /** CPU milliseconds to open a snapshot from the cache. */
  readonly start: number;
  /** MiB that this takes, including the ranker of the newest article. */
  readonly memory: number;
  /** The same once every article has been asked about. */
  readonly memoryAsked: number;
  /** CPU milliseconds of the first question to an article. */
  readonly first: number;
  /** Milliseconds of `/ask` with its rankers in memory: for each question, the least of several rounds. */
  readonly p50: number;
  readonly p99: number;
  /** The same as questions come, one after another: some wait until a ranker is read that was dropped. */
  readonly p99AsTheyCome: number;
  /** The share of right answers to the labelled questions. */
  readonly right: number;
  /** The same by the answers that are shown in full, of two articles at most. */
  readonly rightInFull: number;
  /** The same if a question's article is the only one. */
  readonly alone: number;
  /** The share of questions with a word that only their article uses, and of right answers to these. */
  readonly own: number;
  readonly rightOfOwn: number;
  readonly aloneOfOwn: number;
  /** The share of questions that two articles answer. */
  readonly both: number;
  readonly questions: number;
}

/** A row of the table: what a process measures, and more. */
export interface Row extends Measured {
  /** Every `step`-th phrasing is used. */
  readonly step: number;
  readonly phrasings: number;
  /** Milliseconds until an edit of one article's phrasings is ready to be served: of CPU time, and by the clock. */
  readonly edit: number;
  readonly editWall: number;
}

const form = (digits: number) =>
  new Intl.NumberFormat('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
const whole = form(0);
const fine = form(2);

/** A Markdown table with a row for each number of articles. */
export function growthTable(rows: readonly Row[]): string {
  const head =
    '| articles | phrasings each | start, CPU s | MiB an article | once all were asked about | edit of one, CPU s | by the clock, s | first question, CPU ms | `/ask` p50, ms | p99, ms | p99 as they come, ms | right | right in full | right alone | with a word of its own: right | right alone | two answer |';
  const line = ({
    articles,
    phrasings,
    start,
    memory,
    memoryAsked,
    edit,
    editWall,
    first,
    p50,
    p99,
    p99AsTheyCome,
    right,
    rightInFull,
    alone,
    rightOfOwn,
    aloneOfOwn,
    both,
  }: Row) =>
    `| ${[
      whole.format(articles),
      whole.format(phrasings),
      fine.format(start / 1000),
      fine.format(memory / articles),
      fine.format(memoryAsked / articles),
      fine.format(edit / 1000),
      fine.format(editWall / 1000),
      whole.format(first),
      fine.format(p50),
      fine.format(p99),
      fine.format(p99AsTheyCome),
      ...[right, rightInFull, alone, rightOfOwn, aloneOfOwn, both].map((share) => `${form(1).format(100 * share)} %`),
    ].join(' | ')} |`;
  return [head, `|${'---:|'.repeat(17)}`, ...rows.map(line)].join('\n');
}
