/** What a curator may add for questions that were asked in vain: a phrasing where an entry is near, else a gap. */
import { OUTSIDE } from '../answer/decide.ts';
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import type { Search } from '../search/search.ts';
import { type Counted, type Group, groupSimilar, wordWeights } from './groups.ts';
import type { Misfit } from './report.ts';

export type Suggestion =
  /** Other ways to ask an entry that is there. */
  | { readonly kind: 'phrasing'; readonly entry: Entry; readonly group: Group }
  /** A question that no entry is near, with the topic and the facts that are nearest. */
  | { readonly kind: 'gap'; readonly near: Entry; readonly facts: readonly string[]; readonly group: Group }
  /** What the ranker takes for no question about an article. */
  | { readonly kind: 'outside'; readonly subject: string; readonly group: Group };

/** From this share of the ranker's belief on, a question is taken to mean the entry. */
const NEAR = 0.5;
const FACTS = 2;

interface Parts {
  readonly knowledge: Knowledge;
  readonly search: Search;
}

function suggestionFor(group: Group, refused: ReadonlySet<string>, { knowledge, search }: Parts): Suggestion | null {
  const text = group.questions[0]?.text ?? '';
  const outside = search.explain(text).labels.filter(({ label }) => label.startsWith(OUTSIDE));
  const subject = outside[0]?.label.slice(OUTSIDE.length);
  if (subject !== undefined && outside.reduce((sum, { score }) => sum + score, 0) >= NEAR) {
    return { kind: 'outside', subject, group };
  }
  const candidates = search.find(text).candidates.filter(({ entry }) => !refused.has(entry.id));
  const [first] = candidates;
  if (first && first.score >= NEAR) return { kind: 'phrasing', entry: first.entry, group };
  const near = first?.entry ?? knowledge.entries.values().next().value;
  if (!near) return null;
  const found = search
    .facts(text)
    .slice(0, FACTS)
    .map(({ id }) => id);
  return { kind: 'gap', near, facts: found.length > 0 ? found : near.facts.slice(0, FACTS), group };
}

/** Suggestions for questions that found nothing and for those that were misunderstood, most asked first. */
export function suggestions(
  unanswered: readonly Counted[],
  misfits: readonly Misfit[],
  parts: Parts,
): readonly Suggestion[] {
  const meant = misfits.flatMap((misfit) => {
    const entry = misfit.meant === null ? undefined : parts.knowledge.entries.get(misfit.meant);
    return entry ? [{ entry, text: misfit.text, times: misfit.times }] : [];
  });
  const said: Suggestion[] = [...Map.groupBy(meant, ({ entry }) => entry)].map(([entry, questions]) => ({
    kind: 'phrasing',
    entry,
    group: { questions, times: questions.reduce((sum, { times }) => sum + times, 0) },
  }));
  const open = [...unanswered, ...misfits.filter(({ meant }) => meant === null)];
  const refused = new Map(misfits.map(({ text, entry }) => [text, new Set([entry])]));
  const guessed = groupSimilar(open, wordWeights(parts.knowledge)).flatMap(
    (group) => suggestionFor(group, refused.get(group.questions[0]?.text ?? '') ?? new Set(), parts) ?? [],
  );
  return [...said, ...guessed].sort((one, other) => other.group.times - one.group.times);
}
