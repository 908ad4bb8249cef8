import { expect, test } from 'vitest';
import { correctionLines, recentCorrectionLines } from '../../src/answer/sources.ts';
import { one, small } from '../support/knowledge.ts';
import { english } from '../support/messages.ts';

const corrected = {
  ...one(small.facts, 'fish'),
  correction: { date: '2025-05-18', before: 'The lake holds 30 trout.' },
};
const line = '-# Corrected on 18 May 2025: it said “The lake holds 30 trout.” before.';

test.each([
  ['2025-05-17T23:59:59Z', []],
  ['2025-05-18T00:00:00Z', [line]],
  ['2025-06-16T23:59:59Z', [line]],
  ['2025-06-17T00:00:00Z', []],
])('at %s, for thirty days from its own', (now, lines) => {
  expect(recentCorrectionLines([corrected], { messages: english, now: new Date(now) })).toEqual(lines);
});

test('each once, and none for what was never corrected', () => {
  expect(correctionLines([corrected, corrected, one(small.facts, 'boats')], english)).toEqual([line]);
});
