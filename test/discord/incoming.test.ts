import { expect, test } from 'vitest';
import { readInteraction } from '../../src/discord/incoming.ts';
import { idAt, inGuild, NOW, rawAutocomplete, rawCommand, rawComponent, rawModal } from './raw.ts';

const asker = { user: '200000000000000002', locale: 'uk' };
const reference = { id: idAt(NOW), token: 'interaction-token', application: '100000000000000001' };

test('a command comes with its options and who asks', () => {
  expect(readInteraction(rawCommand('ask', { question: 'How long?', private: true }))).toEqual({
    kind: 'command',
    reference,
    request: {
      command: 'ask',
      options: { question: 'How long?', private: true },
      asker,
      origin: reference.id,
    },
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

const target = (message: object) => {
  const resolved = { messages: { '5': { id: '5', content: '', ...message } } };
  const data = { type: 3, name: 'Check against the article', target_id: '5', resolved };
  const incoming = readInteraction(rawCommand('', {}, { data }));
  return incoming.kind === 'command' ? incoming.request.options.message : incoming.kind;
};

test.each([
  [
    'an embed or a link preview',
    { content: 'see', embeds: [{ title: 'T', description: 'D', fields: [{ name: 'N', value: 'V' }] }] },
    'see\nT\nD\nN\nV',
  ],
  [
    'a forwarded message',
    { message_snapshots: [{ message: { content: 'They met', embeds: [{ title: 'T <#1>' }] } }] },
    'They met\nT',
  ],
  [
    'a poll',
    {
      poll: {
        question: { text: 'Will it last?' },
        answers: [
          { answer_id: 1, poll_media: { text: 'Yes' } },
          { answer_id: 2, poll_media: { text: 'No' } },
        ],
      },
    },
    'Will it last?\nYes\nNo',
  ],
  [
    'texts among components',
    {
      components: [
        {
          type: 17,
          components: [
            { type: 10, content: 'Said' },
            { type: 9, components: [{ type: 10, content: 'more' }] },
          ],
        },
      ],
    },
    'Said\nmore',
  ],
  [
    'people by their names',
    {
      content: '<@1> and <@!2> ask <@3>',
      mentions: [
        { id: '1', username: 'ada_s', global_name: 'Ada' },
        { id: '2', username: 'ben', global_name: null },
      ],
    },
    'Ada and ben ask',
  ],
  [
    'no roles, channels, times, commands or emoji',
    { content: 'in <#1> <@&2> <t:3:R> </ask:4> <:x:5> <a:y:6> now' },
    'in now',
  ],
  ['nothing of a picture', { attachments: [{ id: '1', filename: 'x.png' }] }, ''],
  [
    'as much as an option holds',
    { content: 'x'.repeat(4000), embeds: [{ description: 'y'.repeat(4000) }] },
    `${'x'.repeat(4000)}\n${'y'.repeat(1999)}`,
  ],
])('of a message it reads %s', (_what, message, text) => {
  expect(target(message)).toBe(text);
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
  const request = (options: object) => ({
    // The id names no other language, so what follows is in English.
    request: { command: 'ask', options, asker: { ...asker, locale: 'en' }, origin: reference.id },
  });
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
  expect(readInteraction(raw)).toEqual({ kind: 'outdated', reference, locale: 'uk' });
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
