/** What a question in plain words comes to. */

import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import type { Ranking } from './ranking/index.ts';

/** How a question in plain words came out. */
export type Status = 'answered' | 'not_stated' | 'no_match';

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
  /** The nearest entries, best first, but for those that next to nothing speaks for. */
  readonly candidates: readonly Candidate[];
}

/** Labels of the ranker that are nobody's entries, but subjects outside the article, begin so. */
export const OUTSIDE = 'outside:';

/** How the belief is weighed: chosen by `npm run eval` on `test/questions` and on labelled questions kept elsewhere. */
const WEIGHING = {
  /**
   * Belief is raised to this power before it is summed. The ranker spreads what it does not know thinly over some
   * hundred and fifty labels; so raised, many faint labels do not outweigh one that is clear.
   */
  power: 2,
  /** A gap, and a subject outside the article, outweigh a question that is about as likely: a false answer is worst. */
  gap: 1.6,
  outside: 4,
  /** Below this fitted chance of being right, nothing is near: gibberish, and subjects that nobody thought of. */
  leastConfidence: 0.1,
  /** A gap with this share of the belief, behind a question that is answered, is named beside the answer. */
  alsoMissing: 0.25,
} as const;

/** The sides that are weighed against one another, the likeliest entry of two, and all entries, best first. */
interface Weighed {
  questions: number;
  gaps: number;
  outside: number;
  firstQuestion: Entry | null;
  firstGap: Entry | null;
  readonly candidates: Candidate[];
}

function weigh({ ranked }: Ranking, { entries }: Pick<Knowledge, 'entries'>): Weighed {
  const weighed: Weighed = { questions: 0, gaps: 0, outside: 0, firstQuestion: null, firstGap: null, candidates: [] };
  for (const { label, score } of ranked) {
    const belief = score ** WEIGHING.power;
    const entry = entries.get(label);
    if (entry) weighed.candidates.push({ entry, score });
    if (entry?.kind === 'question') {
      weighed.questions += belief;
      weighed.firstQuestion ??= entry;
    } else if (entry?.kind === 'gap') {
      weighed.gaps += WEIGHING.gap * belief;
      weighed.firstGap ??= entry;
    } else if (label.startsWith(OUTSIDE)) {
      weighed.outside += WEIGHING.outside * belief;
    }
  }
  return weighed;
}

/**
 * What a ranking over entries and subjects outside the article comes to: questions, gaps and the outside are weighed
 * against one another whole, so that two near questions do not lose to one gap that neither of them alone outweighs.
 */
export function decide(ranking: Ranking, knowledge: Pick<Knowledge, 'entries'>): Finding {
  const { confidence } = ranking;
  const { questions, gaps, outside, firstQuestion, firstGap, candidates } = weigh(ranking, knowledge);
  const nothing: Finding = { status: 'no_match', entry: null, alsoMissing: null, confidence, candidates };

  if (confidence < WEIGHING.leastConfidence || outside > Math.max(questions, gaps)) return nothing;
  if (firstGap && gaps > questions) return { ...nothing, status: 'not_stated', entry: firstGap };
  if (!firstQuestion) return nothing;
  const missing = candidates.find(({ entry, score }) => entry.kind === 'gap' && score >= WEIGHING.alsoMissing);
  return { ...nothing, status: 'answered', entry: firstQuestion, alsoMissing: missing?.entry ?? null };
}

const percent = (part: number): string => `${Math.round(part * 100)}%`;

/** Why `decide` comes to what it comes to, in a line for people who write phrasings. */
export function whyDecided(ranking: Ranking, knowledge: Pick<Knowledge, 'entries'>): string {
  const { confidence } = ranking;
  if (confidence < WEIGHING.leastConfidence) {
    return `The chance that the first is right, ${percent(confidence)}, is below ${percent(WEIGHING.leastConfidence)}.`;
  }
  const { questions, gaps, outside } = weigh(ranking, knowledge);
  const weights = { questions, gaps, 'subjects outside the article': outside };
  const [heaviest, ...others] = Object.entries(weights).sort(([, one], [, other]) => other - one);
  const said = ([name, weight]: [string, number]) => `${name} (${weight.toFixed(3)})`;
  return heaviest ? `Of the three sides, ${said(heaviest)} weigh most, before ${others.map(said).join(' and ')}.` : '';
}
