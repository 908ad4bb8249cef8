/** Groups questions that ask the same in other words. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { words } from '../text/normalise.ts';

/** A question and how often it was asked. */
export interface Counted {
  readonly text: string;
  readonly times: number;
}

export interface Group {
  /** Most asked first. */
  readonly questions: readonly Counted[];
  readonly times: number;
}

/** The similarity from which two texts ask the same. Chosen by hand on invented examples. */
const ALIKE = 0.6;

/**
 * The weight of a word: its inverse document frequency over the phrasings (Spärck Jones, 1972). "who" is in every tenth
 * phrasing and counts little; a word in no phrasing counts most.
 */
export function wordWeights({ entries }: Pick<Knowledge, 'entries'>): (word: string) => number {
  const texts = [...entries.values()].flatMap(({ question, phrasings }) => [question, ...phrasings]);
  const frequency = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(words(text))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return (word) => Math.log((1 + texts.length) / (1 + (frequency.get(word) ?? 0)));
}

/** The similarity of two texts by their shared words, 0 to 1 (the weighted Dice coefficient). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>, weight: (word: string) => number): number {
  const sum = (all: Iterable<string>) => [...all].reduce((total, word) => total + weight(word), 0);
  const all = sum(one) + sum(other);
  return all === 0 ? 0 : (2 * sum(one.intersection(other))) / all;
}

/** Groups of similar questions, most asked first; each question is compared with the first of a group. */
export function groupSimilar(questions: readonly Counted[], weight: (word: string) => number): readonly Group[] {
  const groups: { readonly of: ReadonlySet<string>; readonly questions: Counted[] }[] = [];
  for (const question of questions.toSorted((one, other) => other.times - one.times)) {
    const of = new Set(words(question.text));
    const group = groups.find((each) => likeness(each.of, of, weight) >= ALIKE);
    if (group) group.questions.push(question);
    else groups.push({ of, questions: [question] });
  }
  return groups
    .map(({ questions }) => ({ questions, times: questions.reduce((sum, { times }) => sum + times, 0) }))
    .sort((one, other) => other.times - one.times);
}
