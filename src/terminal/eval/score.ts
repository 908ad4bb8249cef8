/** Scores answers to labelled questions. */
import { openingVerdict } from '../../knowledge/verdict.ts';
import { askedFor } from '../../search/asked-for.ts';
import { english } from '../../search/grammar/english.ts';
import type { AskedFor } from '../../search/grammar/grammar.ts';
import type { jsonOf } from '../json.ts';
import type { Labelled } from './labelled.ts';

export type Answer = ReturnType<typeof jsonOf>;

export interface Scored {
  readonly labelled: Labelled;
  readonly answer: Answer;
  readonly right: boolean;
  /** Answered without saying that something is missing, though the question has no answer. */
  readonly falseAnswer: boolean;
  /** The answer opens wrongly: it matches `mustnot`, or begins with yes or no though the question asks for neither. */
  readonly wrongOpening: boolean;
  readonly asksFor: AskedFor | 'what';
}

/**
 * The ways in which an answer, in any language, says that the article does not give something. Stricter than the
 * search's own test, and apart from it: the search is not scored by its own test.
 */
const SAYS_MISSING =
  /\b(?:does not|doesn.t|do not|did not|not) (?:itself )?(?:say|name|state|mention|give|list|tell|specify|report|describe|explain|quote|settle)\b|не (?:сказано|наз[ві]ано|наведено|повідомля\S+|говорится|приводится|приводятся|сообща\S+)|belirtilmiyor|bildirilmiyor|aktarılmıyor/i;

const asksFor = (question: string): Scored['asksFor'] => askedFor(question, english) ?? 'what';

function isWrongOpening({ question, mustnot }: Labelled, { status, answer }: Answer): boolean {
  if (status === 'no_match') return false;
  if (mustnot?.test(answer)) return true;
  const type = askedFor(question, english);
  return type !== null && type !== 'yes/no' && openingVerdict(answer) !== undefined;
}

function isRightAnswer(labelled: Labelled, given: Answer): boolean {
  const { paragraphs, must } = labelled;
  const { status, answer, citations } = given;
  const cites = citations.some(({ paragraph }) => paragraphs.includes(paragraph));
  return status === 'answered' && cites && (must?.test(answer) ?? true) && !isWrongOpening(labelled, given);
}

/**
 * Whether an answer is right: `answer` if it is answered, cites one of the paragraphs, matches `must` and not `mustnot`;
 * `not_stated` if it says so, or answers correctly from the question's paragraphs; `out_of_scope` if nothing is found.
 * An answer to a question without one is false unless it says itself what is missing.
 */
export function score(labelled: Labelled, answer: Answer): Scored {
  const { expect, paragraphs, question } = labelled;
  const settled = paragraphs.length > 0 && isRightAnswer(labelled, answer);
  const right = {
    answer: isRightAnswer(labelled, answer),
    not_stated: answer.status === 'not_stated' || settled,
    out_of_scope: answer.status === 'no_match',
  }[expect];
  const unfounded = expect !== 'answer' && answer.status === 'answered' && !right;
  return {
    labelled,
    answer,
    right,
    falseAnswer: unfounded && !SAYS_MISSING.test(answer.answer),
    wrongOpening: isWrongOpening(labelled, answer),
    asksFor: asksFor(question),
  };
}

export interface Row {
  readonly name: string;
  readonly questions: number;
  /** The number of right answers and of all, for each kind. */
  readonly answers: readonly [number, number];
  readonly gaps: readonly [number, number];
  readonly outside: readonly [number, number];
  /** False answers, out of all questions that should not be answered. */
  readonly falseAnswers: readonly [number, number];
  readonly wrongOpenings: readonly [number, number];
  readonly all: readonly [number, number];
}

function rowOf(name: string, scored: readonly Scored[]): Row {
  const tally = (these: readonly Scored[]): readonly [number, number] => [
    these.filter(({ right }) => right).length,
    these.length,
  ];
  const expected = (expect: Labelled['expect']) => tally(scored.filter(({ labelled }) => labelled.expect === expect));
  return {
    name,
    questions: scored.length,
    answers: expected('answer'),
    gaps: expected('not_stated'),
    outside: expected('out_of_scope'),
    falseAnswers: [
      scored.filter(({ falseAnswer }) => falseAnswer).length,
      scored.filter(({ labelled }) => labelled.expect !== 'answer').length,
    ],
    wrongOpenings: [scored.filter(({ wrongOpening }) => wrongOpening).length, scored.length],
    all: tally(scored),
  };
}

/** One row for each value of a key, sorted by name, and one for all. */
export function table(scored: readonly Scored[], key: (one: Scored) => string): readonly Row[] {
  const groups = Map.groupBy(scored, key);
  const rows = [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([name, theirs]) => rowOf(name, theirs));
  return [...rows, rowOf('total', scored)];
}
