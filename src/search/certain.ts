/** Findings for which nothing has to be weighed: what was meant is plain. */
import type { Entry } from '../knowledge/knowledge.ts';
import type { Candidate, Finding, Labelled } from './decide.ts';
import { subjectOf } from './labels.ts';

/** What a text comes to that is word for word one of the ways to ask what a label stands for. */
export function decideKnown(
  label: string,
  candidates: readonly Candidate[],
  { entries, smallTalk }: Labelled,
): Finding {
  const entry = entries.get(label);
  const other = subjectOf(label);
  const parts = entry ? [{ entry, alsoMissing: null, lacks: null }] : [];
  const status = entry ? (entry.kind === 'gap' ? 'not_stated' : 'answered') : 'no_match';
  return {
    ...{ status, parts, unmatched: null, elsewhere: [], goesOn: false, asksBack: false, confidence: 1, candidates },
    smallTalk: other?.kind === 'small talk' ? (smallTalk.get(other.subject) ?? null) : null,
    outside: other?.kind === 'outside',
    why: `It is word for word a way to ask \`${label}\`.`,
  };
}

/** What choosing an entry comes to: nothing had to be found. */
export const chosen = (entry: Entry): Finding => ({
  status: entry.kind === 'gap' ? 'not_stated' : 'answered',
  parts: [{ entry, alsoMissing: null, lacks: null }],
  unmatched: null,
  elsewhere: [],
  goesOn: false,
  smallTalk: null,
  outside: false,
  asksBack: false,
  confidence: 1,
  why: 'It was chosen.',
  candidates: [],
});
