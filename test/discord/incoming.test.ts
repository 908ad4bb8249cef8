import { expect, test } from 'vitest';
import { readInteraction } from '../../src/discord/incoming.ts';
import { idAt, inGuild, NOW, rawAutocomplete, rawCommand, rawComponent, rawModal } from './raw.ts';

const asker = { user: '200000000000000002', locale: 'uk' };
const reference = { id: idAt(NOW), token: 'interaction-token', application: '100000000000000001' };

test('a command comes with its options and who asks', () => {
  expect(readInteraction(rawCommand('ask', { question: 'How long?', private: true }))).toEqual({
    kind: 'command',
    reference,
    request: { command: 'ask', options: { question: 'How long?', private: true }, asker, origin: reference.id },
    isPrivate: true,
  });
});

test.each([
  ['0', { '0': '300000000000000003' }, { canManage: false }],
  ['32', { '0': '300000000000000003' }, { canManage: true }],
  ['8', { '1': '200000000000000002' }, { canManage: true }],
])('in a server, permissions %s and installs %j say %j', (permissions, owners, said) => {
  const incoming = readInteraction(rawCommand('ask', {}, inGuild(permissions, owners)));
  expect(incoming).toMatchObject({ request: { asker: { ...asker, guild: { id: '300000000000000003', ...said } } } });
});

test('a right-click on a message brings its text, for the asker alone', () => {
  const data = {
    type: 3,
    name: 'Check against the article',
    target_id: '5',
    resolved: { messages: { '5': { id: '5', content: 'They met for hours' } } },
  };
  expect(readInteraction(rawCommand('', {}, { data }))).toMatchObject({
    isPrivate: true,
    request: { command: 'Check against the article', options: { message: 'They met for hours' } },
  });
});

test('a subcommand is a command of two words, when run and while typed', () => {
  const subcommand = (options: object[]) => ({ data: { name: 'daily', options: [{ type: 1, name: 'set', options }] } });
  const time = { type: 3, name: 'time', value: '9' };
  expect(readInteraction(rawCommand('', {}, subcommand([time])))).toMatchObject({
    kind: 'command',
    request: { command: 'daily set', options: { time: '9' } },
  });
  expect(
    readInteraction({ ...rawAutocomplete('', '', ''), ...subcommand([{ ...time, focused: true }]) }),
  ).toMatchObject({
    autocomplete: { command: 'daily set', option: 'time', typed: '9' },
  });
  const bare = { data: { name: 'daily', options: [{ type: 1, name: 'off' }] } };
  expect(readInteraction(rawCommand('', {}, bare))).toMatchObject({ request: { command: 'daily off', options: {} } });
});

test('what is being typed', () => {
  expect(readInteraction(rawAutocomplete('ask', 'question', 'pris'))).toEqual({
    kind: 'autocomplete',
    reference,
    autocomplete: { command: 'ask', option: 'question', typed: 'pris', asker },
  });
});

test('a button runs its action, a menu and a modal fill their slot', () => {
  const request = (options: object) => ({ request: { command: 'ask', options, asker, origin: reference.id } });
  expect(readInteraction(rawComponent('1r|ask|page=2'))).toEqual({
    kind: 'component',
    reference,
    shows: 'replace',
    ...request({ page: '2' }),
  });
  expect(readInteraction(rawComponent('1n|ask|question', ['talks']))).toMatchObject(request({ question: 'talks' }));
  expect(readInteraction(rawModal('1n|ask|page=1|question', 'how long'))).toMatchObject({
    kind: 'modal',
    ...request({ page: '1', question: 'how long' }),
  });
});

test('what comes of a button has its message for its origin, whichever press it was', () => {
  const pressed = { ...rawComponent('1r|ask|page=2'), message: { id: '7', content: 'Shown before' } };
  expect(readInteraction(pressed)).toMatchObject({ request: { origin: '7' } });
});

test.each([
  ['another version', rawComponent('0n|ask|page=2')],
  ['garbled', rawComponent('ask:page:2')],
  ['a slot with nothing in it', rawComponent('1n|ask|question')],
  ['a choice without a slot', rawComponent('1n|ask', ['talks'])],
  ['a modal of another version', rawModal('0n|ask|question', 'x')],
])('%s is outdated', (_what, raw) => {
  expect(readInteraction(raw)).toEqual({ kind: 'outdated', reference });
});

test('a ping', () => {
  expect(readInteraction({ id: '1', type: 1, token: 't', application_id: '1' })).toEqual({ kind: 'ping' });
});

test.each([
  null,
  [],
  'x',
  { type: 9 },
  { type: 2 },
  rawCommand('ask', {}, { user: undefined }),
  rawCommand('ask', {}, { id: 'x' }),
])('what is no interaction is refused: %#', (raw) => {
  expect(() => readInteraction(raw)).toThrow();
});
