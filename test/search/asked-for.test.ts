import { expect, test } from 'vitest';
import { askedFor, profileOf } from '../../src/search/asked-for.ts';
import { english } from '../../src/search/grammar/english.ts';

test.each([
  ['who led the delegation', 'who'],
  ['whos the british pm', 'who'],
  ['by whom was it proposed', 'who'],
  ['which official said so', 'who'],
  ['which countries proposed it', 'which'],
  ['When did they meet?', 'when'],
  ['when they did met each other?', 'when'],
  ['until what date must troops withdraw', 'when'],
  ['what day was it', 'when'],
  ['where was trump when he said it', 'where'],
  ['which city hosted them', 'where'],
  ['so why did he refuse', 'why'],
  ['how come nobody signed', 'why'],
  ['how many prisoners', 'how many'],
  ['how long did it last', 'how many'],
  ['how was it agreed', 'how'],
  ['did they agree to a swap', 'yes/no'],
  ['Was Trump in Abu Dhabi when he said it?', 'yes/no'],
  ['they never met, right?', 'yes/no'],
  ['can you tell me who led them', 'who'],
  ['did they say why it failed', 'why'],
  ['do we know when it starts', 'when'],
  ['what did Medinsky say', null],
  ['prisoner swap', null],
  ['', null],
])('%s → %s', (question, type) => {
  expect(askedFor(question, english)).toBe(type);
});

test('a profile is the share of the ways to ask, of each type', () => {
  const phrasings = ['when was it', 'what day was it', 'meeting date'];
  expect(profileOf({ question: 'Where and when was it?', phrasings })).toEqual(
    new Map([
      ['where', 0.25],
      ['when', 0.5],
    ]),
  );
});
