import { draftsOf, unwritten, withoutDrafts } from '../drafts.ts';
import type { Article } from '../knowledge.ts';
import { type Finding, within } from '../problem.ts';
import { advised, desired, ofEvery, ofFinished, warnings } from './rules.ts';
import type { Rule, Subject } from './subject.ts';

/** What is found in the knowledge, by what it asks of a curator. */
export interface Examined {
  /** What is wrong. */
  readonly faults: readonly Finding[];
  /** What may be meant so, and costs something. */
  readonly warnings: readonly Finding[];
  /** What is still to be written. */
  readonly toDo: readonly Finding[];
}

/** Holds the knowledge against every rule; what a finished article has to have is work to do in a draft. */
export function examine(subject: Subject): Examined {
  const found = (rules: readonly Rule[], knowledge = subject.knowledge) =>
    rules.flatMap((rule) => rule({ ...subject, knowledge }));
  const [drafts, finished] = [draftsOf(subject.knowledge), withoutDrafts(subject.knowledge)];
  const lacking = [...unwritten(drafts), ...found(ofFinished, drafts), ...found(advised, drafts)];
  return {
    faults: [...found(ofEvery), ...found(ofFinished, finished)],
    warnings: [...found(warnings), ...found(advised, finished)],
    toDo: [...lacking, ...drafts.articles.flatMap((draft) => ready(draft, lacking)), ...found(desired)],
  };
}

/** Says of a draft that lacks nothing how it comes to be served. */
function ready({ id, place }: Article, lacking: readonly Finding[]): Finding[] {
  if (lacking.some((finding) => finding.place.file.startsWith(`${id}/`))) return [];
  const message = 'this draft lacks nothing; take `draft: true` out, and the article is served';
  return [{ place: within(place, 'draft'), message }];
}
