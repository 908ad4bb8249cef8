import { expect, test } from 'vitest';
import { type Reason, reasonIn } from '../../src/answer/daily.ts';
import { readReason, storedReason } from '../../src/daily/reason.ts';
import { english } from '../support/messages.ts';

test.each<[Reason, string]>([
  [{ key: 'daily.reason.wait' }, 'Discord asked me to wait'],
  [{ key: 'daily.reason.missed', values: { hours: 6 } }, 'It could not be made within 6 hours of its time.'],
  [
    { key: 'daily.reason.unseen', values: { reason: { key: 'discord.daily.tooMany' } } },
    'I could not see whether the post was made, and did not risk making it twice: too many messages have come since.',
  ],
  ['Error: {503}', 'Error: {503}'],
])('%j comes back from the store and reads the same', (reason, text) => {
  expect(readReason(storedReason(reason))).toEqual(reason);
  expect(reasonIn(english, readReason(storedReason(reason)))).toBe(text);
});

test.each([
  'The channel is gone. Choose another one with `/daily set`.',
  '{"key":"of.another.version"}',
  '{"message": "Unknown Channel"}',
  '{ not JSON',
  '',
])('%j is no message of ours, and stands as it is', (stored) => {
  expect(readReason(stored)).toBe(stored);
});

test.each([
  ['ViewChannel', 'I am not allowed View Channel there.'],
  ['ReadMessageHistory', 'I am not allowed Read Message History there.'],
  ['both', 'I am not allowed View Channel and Read Message History there.'],
])('what is missing to look is named: %s', (missing, text) => {
  expect(english.say('discord.daily.mayNotLook', { missing })).toBe(text);
});
