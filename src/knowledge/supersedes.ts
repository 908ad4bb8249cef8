/** Facts that a later article changed: what was true when. */
import { memoize } from '../text/memoize.ts';
import type { Fact, Knowledge } from './knowledge.ts';

const laterOf = memoize(({ facts }: Pick<Knowledge, 'facts'>) =>
  Map.groupBy(
    [...facts.values()].filter(({ supersedes }) => supersedes !== undefined),
    ({ supersedes }) => supersedes,
  ),
);

/** The facts that a fact replaces, latest first. */
export function earlierThan({ supersedes }: Fact, { facts }: Pick<Knowledge, 'facts'>): readonly Fact[] {
  const before = supersedes === undefined ? undefined : facts.get(supersedes);
  return before ? [before, ...earlierThan(before, { facts })] : [];
}

/** The facts that have replaced a fact, earliest first. */
export function laterThan({ id }: Fact, knowledge: Pick<Knowledge, 'facts'>): readonly Fact[] {
  const next = laterOf(knowledge).get(id) ?? [];
  return next.flatMap((fact) => [fact, ...laterThan(fact, knowledge)]);
}
