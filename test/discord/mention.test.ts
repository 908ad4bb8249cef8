import { expect, test } from 'vitest';
import { readMention } from '../../src/discord/mention.ts';

const BOT = '100000000000000001';
const ROLE = '100000000000000002';
const said = (content: string, more: object = {}) =>
  readMention(
    { id: '1', channel_id: '2', type: 0, content, author: { id: '3' }, mentions: [{ id: BOT }], ...more },
    BOT,
    ROLE,
  );

test.each([
  [`<@${BOT}> how many prisoners?`, 'how many prisoners?'],
  [`<@!${BOT}>how many\nprisoners? <:sad:123>`, 'how many prisoners?'],
  [`tell me <@${BOT}> who led`, 'tell me who led'],
])('%j asks %j', (content, question) => {
  expect(said(content)).toEqual({
    message: '1',
    channel: '2',
    request: {
      command: 'ask',
      options: { question },
      asker: { user: '3', locale: 'en-GB', channel: '2' },
      origin: '1',
    },
    isUnread: false,
  });
});

test('the name alone asks for help', () => {
  expect(said(` <@${BOT}> `)?.request).toMatchObject({ command: 'help', options: {} });
});

test('in a server, the asker is there without permissions, which messages do not carry', () => {
  expect(said(`<@${BOT}> x`, { guild_id: '4' })?.request.asker.guild).toEqual({
    id: '4',
    canManage: false,
  });
});

test('a reply to somebody that names the bot is a question', () => {
  expect(said(`<@${BOT}> is that so?`, { type: 19 })?.request.options).toEqual({ question: 'is that so?' });
});

const answer = { author: { id: BOT }, embeds: [{ title: 'How many prisoners will be exchanged?' }] };

test('a reply to an answer goes on from it, with or without the name', () => {
  for (const content of ['who said that?', `<@${BOT}> who said that?`]) {
    const request = said(content, { type: 19, referenced_message: answer })?.request;
    expect(request?.options).toEqual({ question: 'who said that?' });
    expect(request?.asker.before).toBe('How many prisoners will be exchanged?');
  }
});

test('a reply to an answer of components goes on from the entry of its button for sources', () => {
  const button = (custom_id: string) => ({ type: 2, style: 2, label: 'x', custom_id });
  const components = [
    { type: 10, content: 'It is the mayor.' },
    { type: 1, components: [{ type: 3, custom_id: '1n|ask|question', options: [] }] },
    { type: 1, components: [button('1n|source|question=who-led'), button('1n|helpful|answer=x')] },
  ];
  for (const shown of [components, [{ type: 17, components }]]) {
    const referenced_message = { author: { id: BOT }, embeds: [], components: shown };
    expect(said('who said that?', { type: 19, referenced_message })?.request.asker.before).toBe('who-led');
  }
});

test('a reply to a line of the bot is a question that goes on from nothing', () => {
  const line = { author: { id: BOT }, embeds: [] };
  expect(said('when?', { type: 19, referenced_message: line })?.request.asker.before).toBeUndefined();
});

test('the bot’s role alone, whose messages come without a text, asks for help and is known to be unread', () => {
  const unread = said('', { mention_roles: [ROLE], mentions: [] });
  expect(unread).toMatchObject({ request: { command: 'help' }, isUnread: true });
});

test('the bot’s role is no part of a question', () => {
  const asked = said(`<@&${ROLE}> <@${BOT}> who led?`, { mention_roles: [ROLE] });
  expect(asked).toMatchObject({ request: { command: 'ask', options: { question: 'who led?' } }, isUnread: false });
});

test.each([
  ['a bot', `<@${BOT}> x`, { author: { id: '3', bot: true } }],
  ['a webhook', `<@${BOT}> x`, { webhook_id: '9' }],
  ['@everyone', '@everyone hello', { mention_everyone: true }],
  ['a reply to somebody else', 'thanks', { type: 19, referenced_message: { ...answer, author: { id: '5' } } }],
  ['a reply whose text is not given', '', { type: 19, referenced_message: answer }],
  ['a reply to what is gone', 'thanks', { type: 19, referenced_message: null }],
  ['a mention of somebody else', '<@100000000000000009> x', {}],
  ['a system message', `<@${BOT}>`, { type: 7 }],
  ['a message without text', '', {}],
  ['a mention of another role', '', { mention_roles: ['100000000000000003'] }],
  ['a bot that names the role', '', { mention_roles: [ROLE], author: { id: '3', bot: true } }],
])('%s is no question', (_who, content, more) => {
  expect(said(content, more)).toBeNull();
});
