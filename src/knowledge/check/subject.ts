import type { AlignedText } from '../article-text.ts';
import type { Knowledge, Place } from '../knowledge.ts';
import type { Finding } from '../problem.ts';

/** What a rule may examine. */
export interface Subject {
  readonly knowledge: Knowledge;
  /** The ISO date of the check. */
  readonly today: string;
  /** The available texts of articles, by article id. */
  readonly texts: ReadonlyMap<string, AlignedText>;
}

/** A rule returns a finding for every place that breaks it. */
export type Rule = (subject: Subject) => Finding[];

/** A rule that needs nothing but the knowledge. */
export type RuleOfKnowledge = (subject: Pick<Subject, 'knowledge'>) => Finding[];

/** The place of one of an entry's phrasings, which are in a separate file. */
export function phrasingPlace(entry: { article: string; topic: string; id: string }, index?: number): Place {
  const path = index === undefined ? [entry.id] : [entry.id, index];
  return { file: `${entry.article}/phrasings/${entry.topic}.yaml`, path };
}
