import { expect, test } from 'vitest';
import { examplesOf, subjectOf } from '../../src/search/labels.ts';
import { small } from '../support/knowledge.ts';

const texts = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name} ${at}`);
const ofEntries = examplesOf({ ...small, outside: new Map() }).filter(({ label }) => subjectOf(label) === undefined);

/** How many phrasings of each outside subject are learnt. */
function learnt(outside: ReadonlyMap<string, readonly string[]>): readonly number[] {
  const examples = examplesOf({ ...small, outside });
  return [...outside.keys()].map(
    (subject) => examples.filter(({ label }) => subjectOf(label)?.subject === subject).length,
  );
}

test('of outside subjects as many phrasings are learnt as a quarter of the entries’, evenly', () => {
  const [many = 0, fewer = 0] = learnt(
    new Map([
      ['sport', texts('match', 300)],
      ['weather', texts('rain', 100)],
    ]),
  );
  expect(Math.abs(many + fewer - ofEntries.length / 4)).toBeLessThanOrEqual(2);
  expect(many / fewer).toBeGreaterThanOrEqual(2);
});

test('each outside subject is learnt, and all of its phrasings where there are few', () => {
  expect(learnt(new Map(texts('subject', 200).map((subject) => [subject, texts(subject, 9)])))).toEqual(
    Array(200).fill(1),
  );
  expect(learnt(new Map([['sport', ['who won the match']]]))).toEqual([1]);
});
