import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandIds, mentionCommands } from '../../src/discord/command-mentions.ts';
import { reply } from '../support/messages.ts';

const registered = [
  { id: '1', name: 'ask', type: 1 },
  { id: '2', name: 'daily', type: 1 },
  { id: '3', name: 'Check against the article', type: 3 },
  { id: '4', name: 'gone', type: 1 },
];
const ids = commandIds(commands, registered);

test('each slash command has the id that it is registered under, a subcommand that of its group', () => {
  expect(Object.fromEntries(ids)).toEqual({
    ask: '1',
    'daily set': '2',
    'daily show': '2',
    'daily off': '2',
    'daily preview': '2',
  });
});

test.each([
  ['See `/ask`.', 'See </ask:1>.'],
  ['`/daily set` begins one; `/daily off` ends it', '</daily set:2> begins one; </daily off:2> ends it'],
  ['- `/ask question [private]`: Ask', '- </ask:1>: Ask'],
  ['- `/daily set channel time [timezone]`: Post', '- </daily set:2>: Post'],
  ['`/topics`, which is not registered, and `/daily`, which cannot be run', null],
  ['a path /ask and code `ask`', null],
])('%s', (text, shown) => {
  const given = reply({ title: 'T', text, sections: [{ heading: 'H', text }] });
  const expected = shown ?? text;
  expect(mentionCommands(given, ids)).toEqual({
    ...given,
    text: expected,
    sections: [{ heading: 'H', text: expected }],
  });
});

test('before they are known, names stay names', () => {
  const given = reply({ text: 'See `/ask`.' });
  expect(mentionCommands(given, new Map())).toBe(given);
});
