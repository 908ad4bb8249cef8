import { draftsOf, unwritten, withoutDrafts } from '../drafts.ts';
import type { Article, Knowledge } from '../knowledge.ts';
import { type Finding, within } from '../problem.ts';
import { advised, desired, ofEvery, ofFinished, warnings } from './rules.ts';
import type { RuleOfKnowledge, Subject } from './subject.ts';

/** What could be better, but is not an error. */
interface Lacking {
  /** What may be intended, but has a cost. */
  readonly warnings: readonly Finding[];
  /** What still has to be written. */
  readonly toDo: readonly Finding[];
}

const found = (rules: readonly RuleOfKnowledge[], knowledge: Knowledge): Finding[] =>
  rules.flatMap((rule) => rule({ knowledge }));

/**
 * What the knowledge lacks. What a finished article must have is still to do in a draft. A draft with anything in
 * `wrong` is not ready to be served.
 */
export function lacking(knowledge: Knowledge, wrong: readonly Finding[] = []): Lacking {
  const [drafts, finished] = [draftsOf(knowledge), withoutDrafts(knowledge)];
  const unfinished = [...unwritten(drafts), ...found([...ofFinished, ...advised], drafts)];
  return {
    warnings: [...found(warnings, knowledge), ...found(advised, finished)],
    toDo: [
      ...unfinished,
      ...drafts.articles.flatMap((draft) => ready(draft, [...unfinished, ...wrong])),
      ...found(desired, knowledge),
    ],
  };
}

/** The errors in the knowledge. */
export function faults(subject: Subject): readonly Finding[] {
  return [...ofEvery.flatMap((rule) => rule(subject)), ...found(ofFinished, withoutDrafts(subject.knowledge))];
}

/** For a complete draft, says how to publish it. */
function ready({ id, place }: Article, lacking: readonly Finding[]): Finding[] {
  if (lacking.some((finding) => finding.place.file.startsWith(`${id}/`))) return [];
  const message = 'this draft lacks nothing; take `draft: true` out, and the article is served';
  return [{ place: within(place, 'draft'), message }];
}
