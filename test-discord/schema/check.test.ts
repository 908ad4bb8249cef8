import { describe, expect, test } from 'vitest';
import { createSchemaCheck } from './check.ts';

const file = process.env.DISCORD_OPENAPI ?? '';

/**
 * Discord's API description is not part of the repository: without DISCORD_OPENAPI there is nothing to check against.
 */
describe.skipIf(!file)('bodies held against Discord’s description of its API', () => {
  const check = file ? createSchemaCheck(file) : () => [];
  const MESSAGES = ['POST', '/channels/1/messages'] as const;
  const COMMANDS = ['PUT', '/applications/1/commands'] as const;
  const CALLBACK = ['POST', '/interactions/1/abc/callback'] as const;
  const ORIGINAL = ['PATCH', '/webhooks/1/abc/messages/@original'] as const;

  const button = { type: 2, style: 1, label: 'Yes', custom_id: 'yes' };
  const row = (component: object) => [{ type: 1, components: [component] }];
  const option = { type: 3, name: 'question', description: 'What to ask', autocomplete: true };
  const command = { name: 'ask', description: 'Ask', options: [option], default_member_permissions: '32' };

  test.for([
    ['a message', MESSAGES, { content: 'x', nonce: 'n1', enforce_nonce: true, allowed_mentions: { parse: [] } }],
    [
      'a message with parts',
      MESSAGES,
      { embeds: [{ title: 'x', url: 'https://example.org/' }], components: row(button) },
    ],
    ['commands', COMMANDS, [command, { type: 3, name: 'Check' }]],
    ['a response', CALLBACK, { type: 4, data: { content: 'x', flags: 64, allowed_mentions: { parse: [] } } }],
    ['a deferral', CALLBACK, { type: 5, data: { flags: 64 } }],
    ['choices', CALLBACK, { type: 8, data: { choices: [{ name: 'x', value: 'x' }] } }],
    ['an edit', ORIGINAL, { content: null, embeds: [] }],
  ] as const)('%s as it should be', ([, [method, path], body]) => {
    expect(check(method, path, body)).toEqual([]);
  });

  test.for([
    ['content that is a number', MESSAGES, { content: 1 }, '/content', 'must be string,null'],
    ['a field that is not', MESSAGES, { contents: 'x' }, '', 'must NOT have additional properties: contents'],
    [
      'mentions that are not',
      MESSAGES,
      { allowed_mentions: { parse: ['all'] } },
      '/allowed_mentions/parse/0',
      'must be equal',
    ],
    ['11 embeds', MESSAGES, { embeds: Array(11).fill({ title: 'x' }) }, '/embeds', 'must NOT have more than 10 items'],
    ['a colour too bright', MESSAGES, { embeds: [{ color: 0x1000000 }] }, '/embeds/0/color', 'must be <= 16777215'],
    [
      'a time that is none',
      MESSAGES,
      { embeds: [{ timestamp: 'today' }] },
      '/embeds/0/timestamp',
      'must match format "date-time"',
    ],
    [
      'a button without style',
      MESSAGES,
      { components: row({ type: 2, label: 'x' }) },
      '/components/0/components/0',
      "must have required property 'style'",
    ],
    [
      'a label of 81',
      MESSAGES,
      { components: row({ ...button, label: 'x'.repeat(81) }) },
      '/components/0/components/0/label',
      'must NOT have more than 80',
    ],
    [
      'a component that is not',
      MESSAGES,
      { components: row({ type: 99 }) },
      '/components/0/components/0/type',
      'must be equal to one of the allowed values: 2, 8, 7',
    ],
    [
      'an id that is none',
      MESSAGES,
      { message_reference: { message_id: 'abc' } },
      '/message_reference/message_id',
      'must match pattern',
    ],
    ['a command without a name', COMMANDS, [{ description: 'x' }], '/0', "must have required property 'name'"],
    [
      'an option without description',
      COMMANDS,
      [{ ...command, options: [{ type: 3, name: 'q' }] }],
      '/0/options/0',
      "must have required property 'description'",
    ],
    [
      'a permission that is no number',
      COMMANDS,
      [{ ...command, default_member_permissions: 'all' }],
      '/0/default_member_permissions',
      'must match pattern',
    ],
    [
      'a context that is not',
      COMMANDS,
      [{ ...command, contexts: [7] }],
      '/0/contexts/0',
      'must be equal to one of the allowed values: 0, 1, 2',
    ],
    ['a response of no kind', CALLBACK, { type: 99 }, '/type', 'must be equal to one of the allowed values: 8, 4, 5'],
    [
      'a response with a bad embed',
      CALLBACK,
      { type: 4, data: { embeds: [{ title: 1 }] } },
      '/data/embeds/0/title',
      'must be string,null',
    ],
    [
      'a modal without title',
      CALLBACK,
      { type: 9, data: { custom_id: 'm', components: [] } },
      '/data',
      "must have required property 'title'",
    ],
    [
      '26 choices',
      CALLBACK,
      { type: 8, data: { choices: Array(26).fill({ name: 'x', value: 'x' }) } },
      '/data/choices',
      'must NOT have more than 25',
    ],
    ['an edit with a slip', ORIGINAL, { embed: {} }, '', 'must NOT have additional properties: embed'],
  ] as const)('%s is caught', ([, [method, path], body, pointer, message]) => {
    expect(check(method, path, body)).toContainEqual({
      route: `${method} ${path}`,
      pointer,
      message: expect.stringContaining(message),
    });
  });
});
