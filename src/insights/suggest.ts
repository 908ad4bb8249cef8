/** What a curator could add for questions without an answer: a phrasing if an entry is near, else a gap. */

import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import { subjectOf } from '../search/labels.ts';
import type { Search } from '../search/search.ts';
import { type Counted, type Group, groupSimilar, wordWeights } from './groups.ts';
import { comparable } from './redact.ts';
import type { Misfit } from './report.ts';

export type Suggestion =
  /** New phrasings for an existing entry. */
  | { readonly kind: 'phrasing'; readonly entry: Entry; readonly group: Group }
  /** A question without a near entry, with the nearest topic and facts. */
  | { readonly kind: 'gap'; readonly near: Entry; readonly facts: readonly string[]; readonly group: Group }
  /** A question that the ranker considers outside the articles. */
  | { readonly kind: 'outside'; readonly subject: string; readonly group: Group };

/** From this probability on, a question is taken to mean the entry. */
const NEAR = 0.5;
const FACTS = 2;

interface InsightsContext {
  readonly knowledge: Knowledge;
  readonly search: Search;
}

/** The suggestion for a group; `isMisfit` if the answer that it gets is known to be wrong. */
function suggestionFor(group: Group, isMisfit: boolean, { knowledge, search }: InsightsContext): Suggestion | null {
  const text = group.questions[0]?.text ?? '';
  const outside = search.explain(text).labels.filter(({ label }) => subjectOf(label));
  const subject = outside[0] && subjectOf(outside[0].label)?.subject;
  if (subject !== undefined && outside.reduce((sum, { score }) => sum + score, 0) >= NEAR) {
    return { kind: 'outside', subject, group };
  }
  const { parts, candidates } = search.find(text);
  const [first] = isMisfit ? candidates.filter(({ entry }) => parts.every((part) => part.entry !== entry)) : candidates;
  if (first && first.score >= NEAR) return { kind: 'phrasing', entry: first.entry, group };
  const near = first?.entry ?? knowledge.entries.values().next().value;
  if (!near) return null;
  const found = search.facts(text).slice(0, FACTS);
  return { kind: 'gap', near, facts: found.length > 0 ? found.map(({ id }) => id) : near.facts.slice(0, FACTS), group };
}

/** Each text once, without those that say nothing or are already in the knowledge. */
function worthAdding(questions: readonly Counted[], { entries, outside }: Knowledge): readonly Counted[] {
  const asked = [...entries.values()].flatMap(({ question, phrasings }) => [question, ...phrasings]);
  const known = new Set([...asked, ...[...outside.values()].flat()].map(comparable));
  return [...Map.groupBy(questions, ({ text }) => comparable(text))]
    .filter(([said]) => said !== '' && !known.has(said))
    .map(([, same]) => ({ text: same[0]?.text ?? '', times: same.reduce((sum, { times }) => sum + times, 0) }));
}

/** Suggestions for questions that found nothing and for those that were misunderstood, most asked first. */
export function suggestions(
  unanswered: readonly Counted[],
  misfits: readonly Misfit[],
  context: InsightsContext,
): readonly Suggestion[] {
  const { knowledge } = context;
  const meant = Map.groupBy(misfits, (misfit) => knowledge.entries.get(misfit.meant ?? ''));
  const said = [...meant].flatMap(([entry, theirs]): readonly Suggestion[] => {
    const questions = entry ? worthAdding(theirs, knowledge) : [];
    const times = questions.reduce((sum, { times }) => sum + times, 0);
    return entry && questions.length > 0 ? [{ kind: 'phrasing', entry, group: { questions, times } }] : [];
  });
  const placed = new Set(said.flatMap(({ group }) => group.questions.map(({ text }) => text)));
  const open = [...unanswered, ...(meant.get(undefined) ?? [])].filter(({ text }) => !placed.has(text));
  const wrong = new Set(misfits.map(({ text }) => text));
  const guessed = groupSimilar(worthAdding(open, knowledge), wordWeights(knowledge)).flatMap(
    (group) => suggestionFor(group, wrong.has(group.questions[0]?.text ?? ''), context) ?? [],
  );
  return [...said, ...guessed].sort((one, other) => other.group.times - one.group.times);
}
