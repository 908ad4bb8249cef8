import { expect, test } from 'vitest';
import { decide } from '../../src/search/decide.ts';
import { english } from '../../src/search/grammar/english.ts';
import { grammarOf } from '../../src/search/grammar/of-words.ts';
import { withSayer } from '../../src/search/sayer.ts';
import { small } from '../support/knowledge.ts';

const turkish = grammarOf({
  asks: { who: ['kim'], which: [], when: [], where: [], why: [], 'how many': [], how: [], what: ['ne'], 'yes/no': [] },
  ...{ joins: [], before: [], points_back: [], person: [], thing: [], goes_on: [], who_said: [], more: [] },
  ...{ breaks_off: [], says: ['dedi'], other_side: [], empty: [], verdicts: [] },
});

/** What the answer about the trout, which Ben Reed counted, lacks. */
function lacking(text: string, grammar = english) {
  const ranked = [{ label: 'how-many-trout', score: 0.9 }];
  const { status, parts } = withSayer(decide({ ranked, confidence: 0.9 }, null, small), text, small, grammar);
  return [status, parts[0]?.lacks];
}

test.each([
  'what did Ada Stone say about the trout',
  'has the mayor ever said how many trout there are',
  'did the mayor mention trout',
])('%s → it was another who said it', (text) => {
  expect(lacking(text)).toEqual(['not_stated', 'words']);
});

test.each([
  ['what did Ben Reed say about the trout', 'he did say it'],
  ['who told the mayor about the trout', 'who said it is asked for'],
  ['when did the mayor say that', 'a time is asked for'],
  ['what is said of the mayor and the trout', 'the mayor does not say it'],
  ['what did the fishers say about the trout', 'they are nobody that the article knows'],
])('%s → nothing is lacking: %s', (text) => {
  expect(lacking(text)).toEqual(['answered', null]);
});

test.each([
  ['ada stone alabalık hakkında ne dedi', 'words'],
  ['alabalık için ne dedi ada stone', 'words'],
  ['ne dedi balıkçı ada stone için', null],
])('in another order: %s', (text, lacks) => {
  expect(lacking(text, turkish)[1]).toBe(lacks);
});
