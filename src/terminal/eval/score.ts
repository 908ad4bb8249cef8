/** Scores answers to labelled questions. */
import type { jsonOf } from '../json.ts';
import type { Labelled } from './labelled.ts';

export type Answer = ReturnType<typeof jsonOf>;

export interface Scored {
  readonly labelled: Labelled;
  readonly answer: Answer;
  readonly right: boolean;
  /** Answered, though the question is neither answerable nor settled. */
  readonly falseAnswer: boolean;
}

function isRightAnswer({ paragraphs, must }: Labelled, { status, answer, citations }: Answer): boolean {
  const cites = citations.some(({ paragraph }) => paragraphs.includes(paragraph));
  return status === 'answered' && cites && (must?.test(answer) ?? true);
}

/**
 * Whether an answer is right: `answer` where it is answered, cites one of the paragraphs and matches `must`;
 * `not_stated` where it says so, or answers rightly from the question's paragraphs; `out_of_scope` where nothing is
 * found. Being answered in any other way than these is a false answer, unless an answer was expected.
 */
export function score(labelled: Labelled, answer: Answer): Scored {
  const { expect, paragraphs } = labelled;
  const settled = paragraphs.length > 0 && isRightAnswer(labelled, answer);
  const right = {
    answer: isRightAnswer(labelled, answer),
    not_stated: answer.status === 'not_stated' || settled,
    out_of_scope: answer.status === 'no_match',
  }[expect];
  return { labelled, answer, right, falseAnswer: expect !== 'answer' && answer.status === 'answered' && !right };
}

export interface Row {
  readonly persona: string;
  readonly questions: number;
  /** Right ones and all of each kind. */
  readonly answers: readonly [number, number];
  readonly gaps: readonly [number, number];
  readonly outside: readonly [number, number];
  /** False answers, of all questions that are not to be answered. */
  readonly falseAnswers: readonly [number, number];
}

function rowOf(persona: string, scored: readonly Scored[]): Row {
  const tally = (expect: Labelled['expect']): readonly [number, number] => {
    const these = scored.filter(({ labelled }) => labelled.expect === expect);
    return [these.filter(({ right }) => right).length, these.length];
  };
  return {
    persona,
    questions: scored.length,
    answers: tally('answer'),
    gaps: tally('not_stated'),
    outside: tally('out_of_scope'),
    falseAnswers: [
      scored.filter(({ falseAnswer }) => falseAnswer).length,
      scored.filter(({ labelled }) => labelled.expect !== 'answer').length,
    ],
  };
}

/** A row for each persona, by name, and one for all. */
export function table(scored: readonly Scored[]): readonly Row[] {
  const personas = Map.groupBy(scored, ({ labelled }) => labelled.persona);
  const rows = [...personas].sort(([a], [b]) => a.localeCompare(b)).map(([persona, theirs]) => rowOf(persona, theirs));
  return [...rows, rowOf('total', scored)];
}
