/** What is measured at a number of articles, and the table of it. */
import type { Knowledge } from '../../src/knowledge/knowledge.ts';

export interface Measurement {
  readonly folder: string;
  /** The repository's knowledge, from which the articles were made. */
  readonly knowledge: Knowledge;
  readonly hash: string;
  readonly articles: number;
}

export interface Measured {
  readonly articles: number;
  /** Processor's milliseconds from the cache to a snapshot that can be asked. */
  readonly start: number;
  /** MiB of what is read then, with the ranker of the newest article. */
  readonly memory: number;
  /** Processor's milliseconds of the first question to an article. */
  readonly first: number;
  /** Milliseconds of `/ask`, once the rankers that it needs are in memory: of each question the least of some rounds. */
  readonly p50: number;
  readonly p99: number;
  /** 0–1, of the labelled questions. */
  readonly right: number;
  /** The same, if each question is asked where its article is the only one. */
  readonly alone: number;
  /** 0–1: questions with a word of their article's own, and how many of these are right. */
  readonly own: number;
  readonly rightOfOwn: number;
  readonly aloneOfOwn: number;
  /** 0–1: questions that two articles answer. */
  readonly both: number;
  readonly questions: number;
}

/** What a row of a number of articles holds besides what a process measures. */
export interface Row extends Measured {
  /** Each so-many-th phrasing is taken. */
  readonly step: number;
  readonly phrasings: number;
  /** Milliseconds that an edit of one article's phrasings takes, until it can be handed over: the processor's, and the clock's. */
  readonly edit: number;
  readonly editWall: number;
}

const form = (digits: number) =>
  new Intl.NumberFormat('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
const whole = form(0);
const fine = form(2);

/** A markdown table, a row a number of articles. */
export function growthTable(rows: readonly Row[]): string {
  const head =
    '| articles | phrasings each | start, CPU s | MiB an article | edit of one, CPU s | by the clock, s | first question, CPU ms | `/ask` p50, ms | p99, ms | right | right alone | with a word of its own: right | right alone | two answer |';
  const line = ({
    articles,
    phrasings,
    start,
    memory,
    edit,
    editWall,
    first,
    p50,
    p99,
    right,
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
      fine.format(edit / 1000),
      fine.format(editWall / 1000),
      whole.format(first),
      fine.format(p50),
      fine.format(p99),
      ...[right, alone, rightOfOwn, aloneOfOwn, both].map((share) => `${form(1).format(100 * share)} %`),
    ].join(' | ')} |`;
  return [head, `|${'---:|'.repeat(14)}`, ...rows.map(line)].join('\n');
}
