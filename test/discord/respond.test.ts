import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Handler } from '../../src/answer/handler.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { readInteraction } from '../../src/discord/incoming.ts';
import { respond } from '../../src/discord/respond.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { privateLine, reply } from '../support/messages.ts';
import { NOW, rawAutocomplete, rawCommand, rawComponent, rawModal } from './raw.ts';

const [EPHEMERAL, V2] = [64, 1 << 15];
const framed = [{ type: 17, components: [{ type: 10, content: '### Facts\nOne.' }] }];
const line = (content: unknown) => [{ type: 10, content }];
const page = reply({ title: 'Facts', text: 'One.' });
const handler = (answer: Reply | Promise<Reply>, spentMs = 0): Handler => ({
  answer: async () => answer,
  complete: ({ typed }) => [{ name: `${typed}!`, value: typed }],
  now: () => NOW + spentMs,
});
const first = async (raw: unknown, answer: Reply) => (await respond(readInteraction(raw), handler(answer))).first.body;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a command posts its reply, for all or for the asker alone', async () => {
  const open = await first(rawCommand('fact'), page);
  expect(open).toMatchObject({ type: 4, data: { flags: V2, components: framed } });
  expect(await first(rawCommand('fact'), { ...page, private: true })).toMatchObject({
    type: 4,
    data: { flags: V2 | EPHEMERAL },
  });
});

test('a button posts for the asker alone, or turns the page in place', async () => {
  expect(await first(rawComponent('1n|fact'), page)).toMatchObject({ type: 4, data: { flags: V2 | EPHEMERAL } });
  const turned = await first(rawComponent('1r|fact|page=2'), page);
  expect(turned).toMatchObject({ type: 7, data: { flags: V2, content: null, embeds: [], components: framed } });
});

test('a refusal stands beside the page and does not take its place', async () => {
  const refused = await first(rawComponent('1r|fact|page=2'), privateLine('Slow down.'));
  expect(refused).toMatchObject({ type: 4, data: { components: line('Slow down.'), flags: V2 | EPHEMERAL } });
});

test('an outdated button gets a private line', async () => {
  const body = await first(rawComponent('old'), page);
  expect(body).toMatchObject({
    type: 4,
    data: { flags: V2 | EPHEMERAL, components: line(messagesIn('uk').say('discord.respond.outdated')) },
  });
});

test('a modal opens, but not from a modal, which Discord refuses', async () => {
  const action = { command: 'ask', options: {} };
  const withBox = reply({
    text: 'Type it.',
    modal: { title: 'Ask', label: 'Question', placeholder: 'How', maxLength: 100, action, option: 'question' },
  });
  expect(await first(rawComponent('1n|ask'), withBox)).toMatchObject({
    type: 9,
    data: { custom_id: '1n|ask|question' },
  });
  expect(await first(rawModal('1n|ask|question', 'x'), withBox)).toMatchObject({
    type: 4,
    data: { components: line('Type it.') },
  });
});

test('choices for what is typed, and a pong for a ping', async () => {
  expect(await first(rawAutocomplete('ask', 'question', 'a'), page)).toEqual({
    type: 8,
    data: { choices: [{ name: 'a!', value: 'a' }] },
  });
  expect(await first({ type: 1 }, page)).toEqual({ type: 1 });
});

test.each([
  ['a command', rawCommand('fact'), { type: 5 }],
  ['a private command', rawCommand('ask', { private: true }), { type: 5, data: { flags: EPHEMERAL } }],
  ['a button', rawComponent('1n|fact'), { type: 5, data: { flags: EPHEMERAL } }],
  ['a page', rawComponent('1r|fact'), { type: 6 }],
])('%s whose answer takes long is deferred, with nothing but the flag', async (_what, raw, deferral) => {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const responding = respond(readInteraction(raw), handler(promise));
  await vi.advanceTimersByTimeAsync(1499);
  await vi.advanceTimersByTimeAsync(1);
  const { first, later } = await responding;
  expect(first.body).toEqual(deferral);
  resolve(page);
  expect(await later?.reply).toBe(page);
});

test('an answer just before the deferral goes out as it is', async () => {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const responding = respond(readInteraction(rawCommand('fact')), handler(promise));
  await vi.advanceTimersByTimeAsync(1499);
  resolve(page);
  expect((await responding).first.body).toMatchObject({ type: 4 });
});

test('an interaction that waited while the program was busy is deferred at once where its answer is not ready', async () => {
  const busy = handler(new Promise(() => undefined), 2900);
  const responding = respond(readInteraction(rawCommand('fact')), busy);
  await vi.advanceTimersByTimeAsync(0);
  expect((await responding).first.body).toEqual({ type: 5 });
  const ready = await respond(readInteraction(rawCommand('fact')), handler(page, 2900));
  expect(ready.first.body).toMatchObject({ type: 4 });
});
