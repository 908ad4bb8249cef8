import type { AlignedText } from '../article-text.ts';
import type { Knowledge, Place } from '../knowledge.ts';
import type { Finding } from '../problem.ts';

/** What a rule may look at. */
export interface Subject {
  readonly knowledge: Knowledge;
  /** ISO date of the day of the check. */
  readonly today: string;
  /** The articles' texts by article id, of those that are given. */
  readonly texts: ReadonlyMap<string, AlignedText>;
}

/** A rule gives a finding for every place that breaks it. */
export type Rule = (subject: Subject) => Finding[];

/** One that asks for nothing but the knowledge. */
export type RuleOfKnowledge = (subject: Pick<Subject, 'knowledge'>) => Finding[];

/** The place of one of an entry's phrasings, which stand apart from the entry. */
export function phrasingPlace(entry: { article: string; topic: string; id: string }, index?: number): Place {
  const path = index === undefined ? [entry.id] : [entry.id, index];
  return { file: `${entry.article}/phrasings/${entry.topic}.yaml`, path };
}
