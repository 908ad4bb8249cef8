/** What a question in plain words comes to. */
import type { Entry, Gap, Knowledge, SmallTalk } from '../knowledge/knowledge.ts';
import { gives, shareOf } from './asked-for.ts';
import type { AskedFor } from './grammar/grammar.ts';
import { subjectOf } from './labels.ts';
import type { Ranking } from './ranking/index.ts';

/** How a question in plain words came out. */
export type Status = 'answered' | 'not_stated' | 'no_match';

export interface Candidate {
  readonly entry: Entry;
  /** 0–1: this entry's share of the ranker's belief. */
  readonly score: number;
}

/** One thing that was asked, and what is said of it. */
export interface Part {
  readonly entry: Entry;
  /** A gap that the question touches as well, to be named beside the answer. */
  readonly alsoMissing: Gap | null;
  /** What the question asks for and neither the entry nor a gap speaks of. */
  readonly lacks: AskedFor | null;
}

export interface SearchResult {
  readonly status: Status;
  /** What to answer: one part, two of a question that asks two things, none if nothing is near. */
  readonly parts: readonly Part[];
  /** The half of a question that asks two things which nothing is near, while the other is answered. */
  readonly unmatched: string | null;
  /** What other articles answer as surely, the newest first: `parts` are of the newest that does. */
  readonly elsewhere: readonly Part[];
  /** Whether it is read in the light of the entry before it. */
  readonly goesOn: boolean;
  /** If it was said to the bot itself: what it says back. */
  readonly smallTalk: SmallTalk | null;
  /** Whether it is about something else than any article. */
  readonly outside: boolean;
  /** Whether the nearest entries are near enough to ask back which of them was meant. */
  readonly asksBack: boolean;
  /** 0–1: the fitted chance that the first part is right. */
  readonly confidence: number;
  /** Why it came to that, in a line for people who write phrasings. */
  readonly why: string;
  /** The nearest entries, best first, but for those that next to nothing speaks for. */
  readonly candidates: readonly Candidate[];
}

/** How the belief is weighed: chosen by `npm run eval` on `test/questions` and on labelled questions kept elsewhere. */
const WEIGHING = {
  /**
   * Belief is raised to this power before it is summed. The ranker spreads what it does not know thinly over some two
   * hundred labels; so raised, many faint labels do not outweigh one that is clear.
   */
  power: 3,
  /** A subject outside the article outweighs an entry that is about as likely: a false answer is worst. */
  outside: 2,
  /** Below this fitted chance of being right, nothing is near: gibberish, and subjects that nobody thought of. */
  leastConfidence: 0.1,
  /** Below this, it asks back which of the nearest was meant. */
  askBack: 0.14,
  /** So much more a question weighs that no word asks for anything of. */
  bare: 3,
  /** A gap with this share of the belief, behind a question that is answered, is named beside the answer. */
  alsoMissing: 0.25,
  /** A gap with this part of the first one's share of the belief is named in its place, if it is of what was asked for. */
  nearGap: 0.5,
  /** The same of a gap that speaks of just what was asked for, if the question's own entry does not. */
  alsoMissingOfType: 0.02,
} as const;

/** A gap is about what is asked for if this part of its phrasings ask for it. */
const ABOUT = 0.2;

/** An entry never gives what less than this part of its phrasings ask for. */
const NEVER = 0.02;

/** What a label of the ranking stands for. */
export type Labelled = Pick<Knowledge, 'entries' | 'smallTalk'>;

/** The sides that are weighed against one another, the likeliest of each, and all entries, best first. */
interface Weighed {
  questions: number;
  gaps: number;
  outside: number;
  smallTalk: number;
  firstQuestion: Entry | null;
  firstGap: Gap | null;
  firstSmallTalk: SmallTalk | null;
  readonly candidates: Candidate[];
}

function weigh({ ranked }: Ranking, { entries, smallTalk }: Labelled): Weighed {
  const weighed: Weighed = {
    ...{ questions: 0, gaps: 0, outside: 0, smallTalk: 0 },
    ...{ firstQuestion: null, firstGap: null, firstSmallTalk: null, candidates: [] },
  };
  for (const { label, score } of ranked) {
    const belief = score ** WEIGHING.power;
    const entry = entries.get(label);
    if (entry) weighed.candidates.push({ entry, score });
    if (entry?.kind === 'question') {
      weighed.questions += belief;
      weighed.firstQuestion ??= entry;
    } else if (entry?.kind === 'gap') {
      weighed.gaps += belief;
      weighed.firstGap ??= entry;
    }
    const other = subjectOf(label);
    if (other?.kind === 'outside') weighed.outside += WEIGHING.outside * belief;
    if (other?.kind === 'small talk') {
      weighed.smallTalk += WEIGHING.outside * belief;
      weighed.firstSmallTalk ??= smallTalk.get(other.subject) ?? null;
    }
  }
  return weighed;
}

/** Yes or no, and how, every answer settles one way or another. */
const isSpecific = (type: AskedFor | null): type is AskedFor => type !== null && type !== 'yes/no' && type !== 'how';

function gapOf(type: AskedFor, { candidates }: Weighed, least: number): Gap | undefined {
  return candidates
    .filter(({ score }) => score >= least)
    .flatMap(({ entry }) => (entry.kind === 'gap' ? [entry] : []))
    .find((gap) => shareOf(gap, type) >= ABOUT);
}

/** The gap to say that is missing, rather than one of another aspect than what was asked for. */
function fittingGap(first: Gap, asked: AskedFor | null, weighed: Weighed): Gap {
  if (!isSpecific(asked) || gives(first, asked)) return first;
  const score = weighed.candidates.find(({ entry }) => entry === first)?.score ?? 0;
  return gapOf(asked, weighed, WEIGHING.nearGap * score) ?? first;
}

const SAYS_MISSING = /\b(?:article|it) (?:does not|reports? no)\b/i;

/** Whether an answer says itself that something is missing, which need not be told again. */
export const saysMissing = (entry: Entry): boolean => SAYS_MISSING.test((entry.original ?? entry).answer);

/** What to name as missing beside the answer of an entry. */
function besideOf(entry: Entry, asked: AskedFor | null, weighed: Weighed): Gap | null {
  if (saysMissing(entry)) return null;
  const near = weighed.candidates.find(
    (candidate) => candidate.entry.kind === 'gap' && candidate.score >= WEIGHING.alsoMissing,
  )?.entry;
  if (near?.kind === 'gap') return near;
  if (!isSpecific(asked) || gives(entry, asked)) return null;
  return gapOf(asked, weighed, WEIGHING.alsoMissingOfType) ?? null;
}

const percent = (part: number): string => `${Math.round(part * 100)} %`;

/** The sides, the heaviest first, in a line. */
function weightsOf({ questions, gaps, outside, smallTalk }: Weighed): string {
  const weights = { questions, gaps, 'subjects outside the article': outside, 'small talk': smallTalk };
  return Object.entries(weights)
    .sort(([, one], [, other]) => other - one)
    .map(([name, weight]) => `${name} ${weight.toFixed(3)}`)
    .join(', ');
}

/**
 * What a ranking over entries and subjects outside the article comes to: questions, gaps and the outside are weighed
 * against one another whole, so that two near questions do not lose to one gap that neither of them alone outweighs.
 */
export function decide(ranking: Ranking, asked: AskedFor | null, knowledge: Labelled): SearchResult {
  const { confidence } = ranking;
  const weighed = weigh(ranking, knowledge);
  const { questions, gaps, outside, smallTalk, firstQuestion, firstGap, firstSmallTalk, candidates } = weighed;
  const weights = `The weights: ${weightsOf(weighed)}.`;
  const nothing = (why: string): SearchResult => ({
    ...{ status: 'no_match', parts: [], unmatched: null, elsewhere: [], goesOn: false, smallTalk: null },
    ...{ outside: false, asksBack: false, confidence, why, candidates },
  });
  const inside = Math.max(questions, gaps);

  if (confidence < WEIGHING.leastConfidence) {
    const least = percent(WEIGHING.leastConfidence);
    return nothing(`The chance that the first is right, ${percent(confidence)}, is below ${least}.`);
  }
  if (smallTalk > Math.max(inside, outside)) {
    return { ...nothing(`Small talk weighs most. ${weights}`), smallTalk: firstSmallTalk };
  }
  if (outside + smallTalk > inside)
    return { ...nothing(`What is not in the article weighs most. ${weights}`), outside: true };
  if (confidence < WEIGHING.askBack) {
    const why = `It asks back, as the chance that the first is right, ${percent(confidence)}, is below ${percent(WEIGHING.askBack)}.`;
    return { ...nothing(why), asksBack: true };
  }
  // A few bare words ask for the matter; a gap is an aspect of it, which is asked for in words of its own.
  const weight = asked === null ? WEIGHING.bare : 1;
  const bare = asked === null ? ` No word asks for anything of it, so questions count ${WEIGHING.bare} times.` : '';
  if (firstGap && gaps > weight * questions) {
    const entry = fittingGap(firstGap, asked, weighed);
    const parts = [{ entry, alsoMissing: null, lacks: null }];
    return { ...nothing(`Gaps weigh most. ${weights}${bare}`), status: 'not_stated', parts };
  }
  if (!firstQuestion) return nothing('No entry is near.');
  const alsoMissing = besideOf(firstQuestion, asked, weighed);
  // Nobody who asks for the entry asks why: the entry does not say it.
  const lacks = asked === 'why' && !alsoMissing && shareOf(firstQuestion, asked) < NEVER ? asked : null;
  const status = lacks ? 'not_stated' : 'answered';
  const parts = [{ entry: firstQuestion, alsoMissing, lacks }];
  return { ...nothing(`Questions weigh most. ${weights}${bare}`), status, parts };
}
