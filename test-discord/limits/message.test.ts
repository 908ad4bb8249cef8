import { type RESTPostAPIChannelMessageJSONBody as MessageBody, REST, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDiscord } from '../start.ts';
import type { TestDiscord } from '../test-discord.ts';

let discord: TestDiscord;
let rest: REST;
beforeAll(async () => {
  discord = await startTestDiscord();
  rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
});
afterAll(() => discord.close());

const post = (body: object) => rest.post(Routes.channelMessages(discord.guilds[0]?.channelId ?? ''), { body });

const button = (id: string, more: object = {}) => ({ type: 2, style: 2, label: 'Yes', custom_id: id, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(button(`b${index}`)));
const options = (count: number) => Array.from({ length: count }, (_, index) => ({ label: 'x', value: `${index}` }));
const select = (more: object) => row({ type: 3, custom_id: 's', options: options(2), ...more });
const field = { name: 'n', value: 'v' };

/** Each limit: what is just allowed, what is one too many, and where Discord reports the error. */
const messages: [string, MessageBody | object, object, string][] = [
  ['content of 2,000', { content: 'x'.repeat(2000) }, { content: 'x'.repeat(2001) }, 'content[BASE_TYPE_MAX_LENGTH]'],
  ['10 embeds', { embeds: Array(10).fill({ title: 'x' }) }, { embeds: Array(11).fill({ title: 'x' }) }, 'embeds['],
  [
    'title of 256',
    { embeds: [{ title: 'x'.repeat(256) }] },
    { embeds: [{ title: 'x'.repeat(257) }] },
    'embeds[0].title',
  ],
  [
    'description of 4,096',
    { embeds: [{ description: 'x'.repeat(4096) }] },
    { embeds: [{ description: 'x'.repeat(4097) }] },
    'embeds[0].description',
  ],
  [
    '25 fields',
    { embeds: [{ fields: Array(25).fill(field) }] },
    { embeds: [{ fields: Array(26).fill(field) }] },
    'embeds[0].fields',
  ],
  [
    'a field name of 256',
    { embeds: [{ fields: [{ ...field, name: 'x'.repeat(256) }] }] },
    { embeds: [{ fields: [{ ...field, name: 'x'.repeat(257) }] }] },
    'embeds[0].fields[0].name',
  ],
  [
    'a field value of 1,024',
    { embeds: [{ fields: [{ ...field, value: 'x'.repeat(1024) }] }] },
    { embeds: [{ fields: [{ ...field, value: 'x'.repeat(1025) }] }] },
    'embeds[0].fields[0].value',
  ],
  [
    'a footer of 2,048',
    { embeds: [{ footer: { text: 'x'.repeat(2048) } }] },
    { embeds: [{ footer: { text: 'x'.repeat(2049) } }] },
    'embeds[0].footer.text',
  ],
  [
    'an author of 256',
    { embeds: [{ author: { name: 'x'.repeat(256) } }] },
    { embeds: [{ author: { name: 'x'.repeat(257) } }] },
    'embeds[0].author.name',
  ],
  [
    '6,000 over all embeds',
    { embeds: [{ description: 'x'.repeat(3000) }, { description: 'x'.repeat(3000) }] },
    { embeds: [{ description: 'x'.repeat(3000) }, { description: 'x'.repeat(3001) }] },
    'embeds[MAX_EMBED_SIZE_EXCEEDED]',
  ],
  ['5 rows', { components: rows(5) }, { components: rows(6) }, 'components[BASE_TYPE_MAX_LENGTH]'],
  [
    '5 buttons a row',
    { components: [row(...[1, 2, 3, 4, 5].map((id) => button(`${id}`)))] },
    { components: [row(...[1, 2, 3, 4, 5, 6].map((id) => button(`${id}`)))] },
    'components[0].components[BASE_TYPE_BAD_LENGTH]',
  ],
  [
    'a label of 80',
    { components: [row(button('a', { label: 'x'.repeat(80) }))] },
    { components: [row(button('a', { label: 'x'.repeat(81) }))] },
    'components[0].components[0].label',
  ],
  [
    'a custom id of 100',
    { components: [row(button('x'.repeat(100)))] },
    { components: [row(button('x'.repeat(101)))] },
    'components[0].components[0].custom_id',
  ],
  [
    'a custom id that is not empty',
    { components: [row(button('x'))] },
    { components: [row(button(''))] },
    'components[0].components[0].custom_id',
  ],
  [
    'custom ids that differ',
    { components: [row(button('a')), row(button('b'))] },
    { components: [row(button('a')), row(button('a'))] },
    'components[1].components[0][COMPONENT_CUSTOM_ID_DUPLICATED]',
  ],
  [
    '25 options a select',
    { components: [select({ options: options(25) })] },
    { components: [select({ options: options(26) })] },
    'components[0].components[0].options',
  ],
  [
    'an option label of 100',
    { components: [select({ options: [{ label: 'x'.repeat(100), value: 'v' }] })] },
    { components: [select({ options: [{ label: 'x'.repeat(101), value: 'v' }] })] },
    'options[0].label',
  ],
  [
    'an option value of 100',
    { components: [select({ options: [{ label: 'x', value: 'v'.repeat(100) }] })] },
    { components: [select({ options: [{ label: 'x', value: 'v'.repeat(101) }] })] },
    'options[0].value',
  ],
  [
    'an option description of 100',
    { components: [select({ options: [{ label: 'x', value: 'v', description: 'd'.repeat(100) }] })] },
    { components: [select({ options: [{ label: 'x', value: 'v', description: 'd'.repeat(101) }] })] },
    'options[0].description',
  ],
  [
    'option values that differ',
    { components: [select({ options: options(2) })] },
    { components: [select({ options: [...options(1), ...options(1)] })] },
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  ['a nonce of 25', { content: 'x', nonce: 'n'.repeat(25) }, { content: 'x', nonce: 'n'.repeat(26) }, 'nonce'],
];

test.for(messages)('a message may have %s and no more', async ([, allowed, tooMuch, where]) => {
  await expect(post(allowed)).resolves.toMatchObject({ author: { id: discord.botId } });
  await expect(post(tooMuch)).rejects.toMatchObject({
    status: 400,
    code: 50035,
    message: expect.stringContaining(where),
  });
});

const LAYOUT = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const layouts: [string, object, object, string][] = [
  [
    '4,000 characters of text',
    { flags: LAYOUT, components: [text('x'.repeat(4000))] },
    { flags: LAYOUT, components: [text('x'.repeat(4000)), { type: 17, components: [text('x')] }] },
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    '40 components with those inside',
    { flags: LAYOUT, components: [{ type: 17, components: Array(39).fill(text('x')) }] },
    { flags: LAYOUT, components: [{ type: 17, components: Array(40).fill(text('x')) }] },
    'COMPONENT_MAX_TOTAL',
  ],
  [
    '5 buttons a row',
    { flags: LAYOUT, components: [row(...[1, 2, 3, 4, 5].map((id) => button(`${id}`)))] },
    { flags: LAYOUT, components: [row(...[1, 2, 3, 4, 5, 6].map((id) => button(`${id}`)))] },
    'components[',
  ],
  [
    'no content beside it',
    { flags: LAYOUT, components: [text('x')] },
    { flags: LAYOUT, components: [text('x')], content: 'y' },
    'content[',
  ],
];

test.for(layouts)('a message of layout components may have %s and no more', async ([, allowed, tooMuch, where]) => {
  await expect(post(allowed)).resolves.toHaveProperty('id');
  await expect(post(tooMuch)).rejects.toMatchObject({ code: 50035, message: expect.stringContaining(where) });
});

const edit = async (before: object, body: object) => {
  const { id } = (await post(before)) as { id: string };
  return rest.patch(Routes.channelMessage(discord.guilds[0]?.channelId ?? '', id), { body });
};
const layout = { flags: LAYOUT, components: [text('x')] };

test('a message may become one of layout components, if it keeps no text and no embeds', async () => {
  const old = { content: 'y', embeds: [{ title: 'T' }] };
  const cleared = { ...layout, content: null, embeds: [] };
  await expect(edit(old, cleared)).resolves.toMatchObject({ content: '', embeds: [], flags: LAYOUT });
  await expect(edit(layout, cleared)).resolves.toMatchObject({ flags: LAYOUT });
  for (const kept of [layout, { ...layout, content: null }, { ...layout, embeds: [] }]) {
    await expect(edit(old, kept)).rejects.toMatchObject({ code: 50035, message: expect.stringContaining('LEGACY') });
  }
});

test('a message of layout components stays one', async () => {
  await expect(edit(layout, { components: [text('z')] })).resolves.toMatchObject({ flags: LAYOUT });
  for (const body of [{ content: 'y' }, { embeds: [{ title: 'T' }] }, { flags: 0, content: 'y', components: [] }]) {
    await expect(edit(layout, body)).rejects.toMatchObject({ code: 50035 });
  }
});

test('a layout component names a file that comes along; another one is not shown', async () => {
  const gallery = { type: 12, items: [{ media: { url: 'attachment://a.png' } }] };
  const attachments = [{ id: '0', filename: 'a.png' }];
  const body = { flags: LAYOUT, components: [gallery] };
  await expect(post({ ...body, attachments })).resolves.toMatchObject({ attachments: [] });
  await expect(post(body)).rejects.toMatchObject({ message: expect.stringContaining('ATTACHMENT_NOT_FOUND') });
});

test('a message with nothing in it is refused', async () => {
  await expect(post({ content: '' })).rejects.toMatchObject({ code: 50006 });
});
