/** Interprets a ranking: what to answer to a question in plain words. */
import type { Entry, Gap, Knowledge, SmallTalk } from '../knowledge/knowledge.ts';
import { gives, shareOf } from './asked-for.ts';
import type { AskedFor } from './grammar/grammar.ts';
import { subjectOf } from './labels.ts';
import type { Ranking } from './ranking/index.ts';

/** The confidence from which a result is sure. */
export const SURE = 0.6;

/** The outcome of a question in plain words. */
export type Status = 'answered' | 'not_stated' | 'no_match';

export interface Candidate {
  readonly entry: Entry;
  /** 0–1: the probability that the ranker gives this entry. */
  readonly score: number;
}

/** What an answer may lack: a type of answer, or the words of the person whose words were asked for. */
export type Lacking = AskedFor | 'words';

/** One thing that was asked, and the entry that answers it. */
export interface Part {
  readonly entry: Entry;
  /** A gap that the question also touches: the answer mentions it. */
  readonly alsoMissing: Gap | null;
  /** What the question asks for that neither the entry nor a gap covers. */
  readonly lacks: Lacking | null;
}

export interface SearchResult {
  readonly status: Status;
  /** What to answer: one part, two if the question asks two things, none if nothing is near. */
  readonly parts: readonly Part[];
  /** If a question asks two things and only one is answered: the other half. */
  readonly unmatched: string | null;
  /** What other articles answer about as surely, newest first. `parts` come from the newest of all. */
  readonly elsewhere: readonly Part[];
  /** What yet other articles answer about as surely, newest first: shown in short, and to choose from. */
  readonly offered: readonly Entry[];
  /** Whether the question was read as a follow-up to the previous entry. */
  readonly goesOn: boolean;
  /** The bot's reply, if the question was small talk. */
  readonly smallTalk: SmallTalk | null;
  /** Whether it is about something outside every article. */
  readonly outside: boolean;
  /** Whether to ask back which of the nearest entries was meant. */
  readonly asksBack: boolean;
  /** 0–1: the fitted probability that the first part is right. */
  readonly confidence: number;
  /** The reason for this result, in one line, for people who write phrasings. */
  readonly why: string;
  /** The nearest entries, best first, without those of negligible score. */
  readonly candidates: readonly Candidate[];
}

/**
 * How probabilities are weighed: chosen by `npm run eval` on `test/questions` and on labelled questions kept elsewhere.
 */
const WEIGHING = {
  /**
   * Probabilities are raised to this power before they are summed. The ranker spreads its uncertainty thinly over some
   * two hundred labels; without this, many faint labels would outweigh one clear one.
   */
  power: 3,
  /**
   * A subject outside the article outweighs an entry that is about as likely, because a false answer is the worst
   * outcome.
   */
  outside: 2,
  /** Below this confidence, nothing counts as near: gibberish, and subjects that nobody thought of. */
  leastConfidence: 0.1,
  /** Below this confidence, the bot asks back which of the nearest was meant. */
  askBack: 0.14,
  /** A gap with at least this probability is mentioned in the answer to a question. */
  alsoMissing: 0.25,
  /**
   * A gap with at least this share of the first gap's probability replaces it, if it fits the type that was asked for.
   */
  nearGap: 0.5,
  /**
   * The same as `alsoMissing`, for a gap that fits the type that was asked for, if the question's own entry does not.
   */
  alsoMissingOfType: 0.03,
} as const;

/** A gap fits a type if at least this share of its phrasings asks for it. */
const ABOUT = 0.2;

/** An entry never gives a type that less than this share of its phrasings asks for. */
const NEVER = 0.02;

/** What a label of the ranking stands for. */
export type Labelled = Pick<Knowledge, 'entries' | 'smallTalk'>;

/** The kinds that are weighed against one another, the likeliest of each, and all entries, best first. */
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

/** Every answer settles yes or no, and how, in some way. */
const isSpecific = (type: AskedFor | null): type is AskedFor => type !== null && type !== 'yes/no' && type !== 'how';

function gapOf(type: AskedFor, { candidates }: Weighed, least: number): Gap | undefined {
  return candidates
    .filter(({ score }) => score >= least)
    .flatMap(({ entry }) => (entry.kind === 'gap' ? [entry] : []))
    .find((gap) => shareOf(gap, type) >= ABOUT);
}

/** The gap that fits what was asked for, rather than one of another aspect. */
function fittingGap(first: Gap, asked: AskedFor | null, weighed: Weighed): Gap {
  if (!isSpecific(asked) || gives(first, asked)) return first;
  const score = weighed.candidates.find(({ entry }) => entry === first)?.score ?? 0;
  return gapOf(asked, weighed, WEIGHING.nearGap * score) ?? first;
}

const SAYS_MISSING = /\b(?:article|it) (?:does not|reports? no)\b/i;

/** Whether an answer itself says that something is missing, so that it need not be said again. */
export const saysMissing = (entry: Entry): boolean => SAYS_MISSING.test((entry.original ?? entry).answer);

/** The gap to mention in the answer of an entry. */
function besideOf(entry: Entry, asked: AskedFor | null, weighed: Weighed): Gap | null {
  const near = weighed.candidates.find(
    (candidate) => candidate.entry.kind === 'gap' && candidate.score >= WEIGHING.alsoMissing,
  )?.entry;
  const says = saysMissing(entry);
  if (near?.kind === 'gap' && !says) return near;
  if (!isSpecific(asked) || gives(entry, asked)) return null;
  // What it says to be missing may be another thing; "which" can ask for either.
  if (says && asked === 'which') return null;
  return gapOf(asked, weighed, WEIGHING.alsoMissingOfType) ?? null;
}

const percent = (part: number): string => `${Math.round(part * 100)} %`;

/** The weights in one line, heaviest first. */
function weightsOf({ questions, gaps, outside, smallTalk }: Weighed): string {
  const weights = { questions, gaps, 'subjects outside the article': outside, 'small talk': smallTalk };
  return Object.entries(weights)
    .sort(([, one], [, other]) => other - one)
    .map(([name, weight]) => `${name} ${weight.toFixed(3)}`)
    .join(', ');
}

/**
 * Interprets a ranking over entries and subjects outside the article. Questions, gaps and outside subjects are each
 * summed before they are compared, so that two near questions together can outweigh one gap.
 */
export function decide(ranking: Ranking, asked: AskedFor | null, knowledge: Labelled): SearchResult {
  const { confidence } = ranking;
  const weighed = weigh(ranking, knowledge);
  const { questions, gaps, outside, smallTalk, firstQuestion, firstGap, firstSmallTalk, candidates } = weighed;
  const weights = `The weights: ${weightsOf(weighed)}.`;
  const nothing = (why: string): SearchResult => ({
    ...{ status: 'no_match', parts: [], unmatched: null, elsewhere: [], offered: [], goesOn: false },
    ...{ smallTalk: null, outside: false, asksBack: false, confidence, why, candidates },
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
  if (firstGap && gaps > questions) {
    const entry = fittingGap(firstGap, asked, weighed);
    const parts = [{ entry, alsoMissing: null, lacks: null }];
    return { ...nothing(`Gaps weigh most. ${weights}`), status: 'not_stated', parts };
  }
  if (!firstQuestion) return nothing('No entry is near.');
  const alsoMissing = besideOf(firstQuestion, asked, weighed);
  // None of the entry's phrasings asks why, so the entry does not say why.
  const lacks = asked === 'why' && !alsoMissing && shareOf(firstQuestion, asked) < NEVER ? asked : null;
  const status = lacks ? 'not_stated' : 'answered';
  const parts = [{ entry: firstQuestion, alsoMissing, lacks }];
  return { ...nothing(`Questions weigh most. ${weights}`), status, parts };
}
