import { expect, test } from 'vitest';
import { noPhrasingStandsTwice } from '../../../src/knowledge/check/repeats.ts';
import type { Entry } from '../../../src/knowledge/knowledge.ts';
import { one, small } from '../../support/knowledge.ts';

const trout = one(small.entries, 'how-many-trout');

/** The findings with another entry beside that of the trout, asked in the same words. */
function foundWith(other: Partial<Entry>, outside: readonly string[] = []) {
  const entries = new Map([
    [trout.id, trout],
    ['other', { ...trout, id: 'other', ...other } as Entry],
  ]);
  const knowledge = { ...small, entries, smallTalk: new Map(), outside: new Map([['sport', outside]]) };
  return noPhrasingStandsTwice({ knowledge, today: '2025-06-01', texts: new Map() });
}

test('the same words may be asked about two articles, not about one', () => {
  expect(foundWith({ article: 'another' })).toEqual([]);
  expect(foundWith({})).toHaveLength(1 + trout.phrasings.length);
});

test('what is asked about an article is no outside subject’s, and stands once among these', () => {
  const [phrasing = ''] = trout.phrasings;
  expect(foundWith({ article: 'another' }, [phrasing]).map(({ place }) => place.file)).toEqual([
    'outside.yaml',
    'outside.yaml',
  ]);
  expect(foundWith({ article: 'another' }, ['who won', 'who won?'])).toHaveLength(1);
});
