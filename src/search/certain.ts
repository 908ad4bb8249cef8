/** Results that need no weighing: what was meant is certain. */
import type { Entry } from '../knowledge/knowledge.ts';
import type { Candidate, Labelled, SearchResult } from './decide.ts';
import { subjectOf } from './labels.ts';

/** A result without weighing, with an entry or without one. */
const certain = (entry: Entry | undefined, candidates: readonly Candidate[], why: string): SearchResult => ({
  status: entry ? (entry.kind === 'gap' ? 'not_stated' : 'answered') : 'no_match',
  parts: entry ? [{ entry, alsoMissing: null, lacks: null }] : [],
  ...{ unmatched: null, elsewhere: [], offered: [], goesOn: false, smallTalk: null, outside: false, asksBack: false },
  confidence: 1,
  why,
  candidates,
});

/** The result for a text that is word for word a phrasing of a label. */
export function decideKnown(
  label: string,
  candidates: readonly Candidate[],
  { entries, smallTalk }: Labelled,
): SearchResult {
  const other = subjectOf(label);
  return {
    ...certain(entries.get(label), candidates, `It is word for word a way to ask \`${label}\`.`),
    smallTalk: other?.kind === 'small talk' ? (smallTalk.get(other.subject) ?? null) : null,
    outside: other?.kind === 'outside',
  };
}

/** The result for an entry that somebody chose: there was nothing to find. */
export const chosen = (entry: Entry): SearchResult => certain(entry, [], 'It was chosen.');
