import { describe, expect, test } from 'vitest';
import { knowledgeOf, newestFirst } from '../../src/knowledge/of-articles.ts';
import { earlierThan, laterThan } from '../../src/knowledge/supersedes.ts';
import { one, small } from '../support/knowledge.ts';
import { problemsOf } from './fixture.ts';

const FILE = 'lake/facts/meeting.yaml';
const superseding = (id: string) =>
  problemsOf([{ file: FILE, from: '    said_by: petrov\n', to: `    said_by: petrov\n    supersedes: ${id}\n` }]);

describe('a fact that takes the place of another', () => {
  test('names one that there is', () => {
    expect(superseding('nothing')).toEqual([expect.stringMatching(/there is no fact `nothing`/)]);
  });

  test('comes from a later article', () => {
    expect(superseding('met')).toEqual([
      expect.stringMatching(/`met` is of 2024-03-04, and this article of 2024-03-04; only an earlier article's fact/),
    ]);
  });

  test('leads to all that held before, and is led to from all of them', () => {
    const fish = one(small.facts, 'fish');
    const more = { ...fish, id: 'more-fish', supersedes: 'fish' };
    const most = { ...fish, id: 'most-fish', supersedes: 'more-fish' };
    const knowledge = { facts: new Map([...small.facts, [more.id, more], [most.id, most]]) };
    expect(earlierThan(most, knowledge)).toEqual([more, fish]);
    expect(laterThan(fish, knowledge)).toEqual([more, most]);
    expect([earlierThan(fish, knowledge), laterThan(most, knowledge)]).toEqual([[], []]);
  });
});

describe('the knowledge of one article', () => {
  const [lake] = small.articles;
  if (!lake) throw new Error('the small knowledge has an article');
  const pond = { ...lake, id: 'pond', date: '2025-06-01' };
  const boats = { ...one(small.facts, 'boats'), id: 'pond-boats', article: 'pond' };
  const both = { ...small, articles: [lake, pond], facts: new Map([...small.facts, [boats.id, boats]]) };

  test('holds what is its own and what is shared, and is made once', () => {
    const own = knowledgeOf(both, ['pond']);
    expect([[...own.facts.keys()], own.entries.size, own.articles]).toEqual([['pond-boats'], 0, [pond]]);
    expect(own.smallTalk).toBe(small.smallTalk);
    expect(knowledgeOf(both, ['pond'])).toBe(own);
  });

  test('of all of them is the knowledge itself', () => {
    expect(knowledgeOf(both, ['pond', lake.id])).toBe(both);
    expect(knowledgeOf(small, [lake.id])).toBe(small);
  });

  test('stands among the others by its date', () => {
    expect(newestFirst(both).map(({ id }) => id)).toEqual(['pond', lake.id]);
  });
});
