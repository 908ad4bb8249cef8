import { describe, expect, test } from 'vitest';
import { questionCompleter } from '../../src/search/complete-questions.ts';
import { small } from '../support/knowledge.ts';
import { realContext } from '../support/real.ts';

const { knowledge } = await realContext();
const complete = questionCompleter(knowledge);

const TYPED = 0.6;
const OFFERED = 5;

/** The beginning of a question with every fourth of its letters wrong in turn, from another one in each question. */
function misspelt(question: string, place: number): readonly string[] {
  const typed = question.slice(0, Math.round(question.length * TYPED));
  return [...typed].flatMap((letter, at) =>
    at % 4 === place % 4 && /[a-z]/i.test(letter)
      ? [typed.slice(0, at) + (letter === 'x' ? 'q' : 'x') + typed.slice(at + 1)]
      : [],
  );
}

describe('questions while they are typed', () => {
  test('three fifths of one, with a wrong letter anywhere, finds it among the first five in 95 % and more', () => {
    const cases = [...knowledge.entries.values()].flatMap((entry, place) =>
      misspelt(entry.question, place).map((typed) => complete(typed, OFFERED).includes(entry)),
    );
    expect(cases.length).toBeGreaterThan(1000);
    expect(cases.filter(Boolean).length / cases.length).toBeGreaterThanOrEqual(0.95);
  });

  test('three fifths of one as it stands comes first, but for those that begin alike', () => {
    const cases = [...knowledge.entries.values()].map((entry) => {
      const typed = entry.question.slice(0, Math.round(entry.question.length * TYPED));
      return complete(typed, OFFERED).includes(entry);
    });
    expect(cases.every(Boolean)).toBe(true);
  });

  test.each([
    ['how many pri', /\bpri/],
    ['why did putin', /^Why did Putin/],
    ['how many', /^How many/],
  ])('for %j only close ones are offered', (typed, close) => {
    const offered = complete(typed, 25).map(({ question }) => question);
    expect(offered).not.toEqual([]);
    expect(offered.filter((question) => !close.test(question))).toEqual([]);
  });

  test('nothing is offered for another subject', () => {
    expect(complete('best pizza in naples', 25)).toEqual([]);
  });

  const first = questionCompleter(small);
  const ids = (typed: string) => first(typed, OFFERED).map(({ id }) => id);

  test.each([
    ['how deep', 'lake-depth', 'it begins so'],
    ['mayor day', 'which-day', 'words out of order still tell'],
    ['fishes', 'how-many-trout', 'a synonym of trout'],
    ['truot in the lake', 'how-many-trout', 'letters swapped'],
    ['TRÖUT', 'how-many-trout', 'case and accents do not matter'],
    ['metres', 'lake-depth', 'only a phrasing has the word'],
  ])('%j offers %s first: %s', (typed, id) => {
    expect(ids(typed)[0]).toBe(id);
  });

  test('for nothing typed, what the summary rests on and others lead to comes first, gaps last', () => {
    expect(ids('')).toEqual(['which-day', 'how-many-trout', 'lake-depth']);
    expect(ids(' 🐟 ')).toEqual(['which-day', 'how-many-trout', 'lake-depth']);
  });

  test('offers nothing for letters that no word has, and no more than asked for', () => {
    expect(ids('zzzzzz')).toEqual([]);
    expect(first('the', 1)).toHaveLength(1);
  });
});
