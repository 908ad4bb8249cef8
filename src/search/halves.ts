/** Two questions in one text: where it may be split. */
import { words } from '../text/normalise.ts';
import { asksSomething } from './asked-for.ts';
import { personsNamed, type Speakers, tellsNothing, withoutLead, withPerson } from './fragment.ts';
import type { Grammar } from './grammar/grammar.ts';

/** A text is split in at most this many places. */
const MOST = 4;

export interface Halves {
  readonly first: string;
  readonly second: string;
  /** Whether only a comma separates them. */
  readonly isListed: boolean;
}

/** "a)", "2." or "ii)" in front of a question of a list. */
const LIST_MARK = /(?<=^|\s)(?:[ivx]{1,4}|[a-h]|\d)[).]\s+/giu;

/** The ways to read a text as two questions. */
export function halvesOf(asked: string, { between }: Grammar): readonly Halves[] {
  const text = asked.replace(LIST_MARK, '');
  return [...text.matchAll(between)]
    .map(({ index, 0: gap }) => ({
      first: text.slice(0, index).trim(),
      second: text.slice(index + gap.length).trim(),
      isListed: gap.trim() === ',',
    }))
    .filter(({ first, second }) => first.length > 2 && second.length > 2)
    .slice(0, MOST);
}

/** The ways to read one question about two matters as two questions: "what did Macron and Starmer say". */
export function sharedHalvesOf(
  asked: string,
  { joins, lead }: Grammar,
): readonly { readonly first: string; readonly second: string }[] {
  const text = words(asked).join(' ');
  const asks = text.slice(0, text.length - withoutLead(text, lead).length);
  return [...text.matchAll(joins)]
    .map(({ index, 0: join }) => ({ first: text.slice(0, index), second: asks + text.slice(index + join.length) }))
    .filter(({ first, second }) => first.length > asks.length && second.length > asks.length)
    .slice(0, MOST);
}

/**
 * "What about Zelenskyy, what did he say": the question with its "he" replaced by the name in front of it, if that is
 * all that stands there.
 */
export function withSubject(text: string, knowledge: Speakers, grammar: Grammar): string {
  if (!grammar.personal.test(words(text).join(' '))) return text;
  for (const { first, second } of halvesOf(text, grammar)) {
    const [person] = personsNamed(first, knowledge);
    const isOnlyName =
      person !== undefined && tellsNothing(`${person.before} ${person.after}`, grammar) && !isQuestion(first, grammar);
    const named = isOnlyName ? withPerson(second, { question: first, answer: '' }, knowledge, grammar) : second;
    if (named !== second) return named;
  }
  return text;
}

/** Whether a text asks something, other than "and X" or "what about X". */
const isQuestion = (text: string, grammar: Grammar): boolean =>
  !grammar.goesOn.test(words(text).join(' ')) && asksSomething(text, grammar);

/** A text without the sentences in front of its last one, if only that asks, and stands alone. */
export function withoutPreface(text: string, grammar: Grammar): string {
  const sentences = sentencesOf(text);
  const last = sentences.at(-1);
  if (last === undefined || !asksSomething(last, grammar)) return text;
  const pointsBack = words(last).some((word) => grammar.pointsBack.has(word));
  return pointsBack || sentences.slice(0, -1).some((one) => asksSomething(one, grammar)) ? text : last;
}

/** The sentences of a text, split at colons too; none if there is only one. */
export function sentencesOf(text: string): readonly string[] {
  const sentences = text.split(/(?<=[?!.:;])\s+/).filter((sentence) => /\p{L}/u.test(sentence));
  return sentences.length > 1 ? sentences : [];
}
