/** What a question in plain words comes to. */
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import type { Ranking } from '../search/ranking/index.ts';
import type { Status } from './reply.ts';

export interface Candidate {
  readonly entry: Entry;
  /** 0–1: this entry's share of the ranker's belief. */
  readonly score: number;
}

export interface Finding {
  readonly status: Status;
  /** The entry to answer with; null where nothing is near. */
  readonly entry: Entry | null;
  /** A gap that the question touches as well, to be named beside the answer. */
  readonly alsoMissing: Entry | null;
  /** 0–1: the fitted chance that `entry` is right. */
  readonly confidence: number;
  /** The nearest entries, best first. */
  readonly candidates: readonly Candidate[];
}

/** Labels of the ranker that are nobody's entries, but subjects outside the article, begin so. */
export const OUTSIDE = 'outside:';

/**
 * Where the lines run. A wrong answer is worse than none, so an answer asks for more confidence than naming a gap,
 * which states nothing beyond what the article leaves open.
 */
const LINES = {
  /** The fitted chance of being right from which a question is answered, and a gap named. */
  answer: 0.5,
  gap: 0.4,
  /** A gap with this share of the belief, behind a question that is answered, is named beside the answer. */
  alsoMissing: 0.25,
} as const;

function sum(candidates: readonly Candidate[]): number {
  return candidates.reduce((total, { score }) => total + score, 0);
}

/**
 * What a ranking over entries and subjects outside the article comes to. Belief is summed over questions, gaps and the
 * outside, so that two near questions do not lose to one gap that neither of them alone outweighs.
 */
export function decide({ ranked, confidence }: Ranking, { entries }: Pick<Knowledge, 'entries'>): Finding {
  const candidates = ranked.flatMap(({ label, score }) => {
    const entry = entries.get(label);
    return entry ? [{ entry, score }] : [];
  });
  const outside = ranked.reduce((total, { label, score }) => total + (label.startsWith(OUTSIDE) ? score : 0), 0);
  const questions = candidates.filter(({ entry }) => entry.kind === 'question');
  const gaps = candidates.filter(({ entry }) => entry.kind === 'gap');
  const [question] = questions;
  const [gap] = gaps;
  const nothing: Finding = { status: 'no_match', entry: null, alsoMissing: null, confidence, candidates };

  if (outside > sum(candidates)) return nothing;
  if (gap && (!question || sum(gaps) > sum(questions))) {
    return confidence < LINES.gap ? nothing : { ...nothing, status: 'not_stated', entry: gap.entry };
  }
  if (!question || confidence < LINES.answer) return nothing;
  const alsoMissing = gap && gap.score >= LINES.alsoMissing ? gap.entry : null;
  return { ...nothing, status: 'answered', entry: question.entry, alsoMissing };
}
