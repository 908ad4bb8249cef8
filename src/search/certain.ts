/** Results for which nothing has to be weighed: what was meant is plain. */
import type { Entry } from '../knowledge/knowledge.ts';
import type { Candidate, Labelled, SearchResult } from './decide.ts';
import { subjectOf } from './labels.ts';

/** A result that nothing was weighed for: of an entry, or of none. */
const certain = (entry: Entry | undefined, candidates: readonly Candidate[], why: string): SearchResult => ({
  status: entry ? (entry.kind === 'gap' ? 'not_stated' : 'answered') : 'no_match',
  parts: entry ? [{ entry, alsoMissing: null, lacks: null }] : [],
  ...{ unmatched: null, elsewhere: [], goesOn: false, smallTalk: null, outside: false, asksBack: false },
  confidence: 1,
  why,
  candidates,
});

/** What a text comes to that is word for word one of the ways to ask what a label stands for. */
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

/** What choosing an entry comes to: nothing had to be found. */
export const chosen = (entry: Entry): SearchResult => certain(entry, [], 'It was chosen.');
