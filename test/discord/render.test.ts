import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../../src/answer/reply.ts';
import { modalOf } from '../../src/discord/components.ts';
import { limits } from '../../src/discord/limits.ts';
import { filesOf, render } from '../../src/discord/render.ts';
import { reply } from '../support/messages.ts';
import { expectWithinLimits } from './within-limits.ts';

const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ maxLength, unit: 'grapheme' }),
    fc.array(fc.lorem({ mode: 'words' }), { maxLength: maxLength / 4 }).map((words) => words.join(' ')),
    fc.constantFrom('', ' ', '\n', '👩‍👩‍👧‍👦'.repeat(maxLength / 8), 'x'.repeat(maxLength), '\ud83d'),
  );
const action = fc.record({
  command: fc.constantFrom('ask', 'fact'),
  options: fc.dictionary(fc.constantFrom('topic', 'page'), text(120), { maxKeys: 2 }),
});
const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    language: fc.constant('en'),
    private: fc.boolean(),
    title: text(600),
    text: text(9000),
    sections: fc.array(fc.record({ heading: text(400), text: text(5000) }), { maxLength: 40 }),
    citations: fc.array(fc.record({ article: fc.constant('a'), paragraph: fc.nat(99), said_by: text(200) }), {
      maxLength: 40,
    }),
    footer: text(3000),
    buttons: fc.array(fc.record({ label: text(200), action }), { maxLength: 40 }),
    menus: fc.array(
      fc.record({
        placeholder: text(300),
        action,
        option: fc.constantFrom('topic', 'id'),
        choices: fc.array(fc.record({ label: text(200), value: text(150), description: text(200) }), { maxLength: 40 }),
      }),
      { maxLength: 8 },
    ),
  },
  { requiredKeys: ['language', 'private', 'text', 'sections', 'citations', 'buttons', 'menus'] },
);

test('whatever a reply holds, its message is within every limit', () => {
  fc.assert(
    fc.property(anyReply, (given) => {
      expectWithinLimits(render(given));
    }),
  );
});

test('a line is a plain message; an answer is an embed with its sections and its day', () => {
  expect(render(reply({ text: 'Not here.' }))).toEqual({
    content: 'Not here.',
    embeds: [],
    components: [],
    allowed_mentions: { parse: [] },
  });
  const answer = reply({
    title: 'How long?',
    text: 'About two hours.',
    sections: [{ heading: 'Also', text: 'Under two hours.' }],
    footer: 'As of 16 May 2025',
  });
  expect(render(answer).embeds).toEqual([
    {
      title: 'How long?',
      description: 'About two hours.',
      fields: [{ name: 'Also', value: 'Under two hours.' }],
      footer: { text: 'As of 16 May 2025' },
    },
  ]);
});

test('the title and the day stay whole when the text takes all the room', () => {
  const sections = Array.from({ length: 20 }, (_, i) => ({ heading: `Section ${i}`, text: 'word '.repeat(300) }));
  const { embeds } = render(reply({ title: 'T', text: 'word '.repeat(2000), sections, footer: 'As of today' }));
  expect(embeds[0]?.title).toBe('T');
  expect(embeds.at(-1)?.footer).toEqual({ text: 'As of today' });
  expect(embeds[0]?.description).toMatch(/word…$/);
});

test('the title leads to the article', () => {
  const url = 'https://echo.example/lake';
  expect(render(reply({ title: 'How long?', url, text: 'Two hours.' })).embeds).toEqual([
    { title: 'How long?', url, description: 'Two hours.', fields: [] },
  ]);
});

test('a text longer than a description goes on in the next embed, from a line on', () => {
  const lines = Array.from({ length: 50 }, (_, i) => `${i} ${'word '.repeat(19)}word`);
  const { embeds } = render(reply({ title: 'T', text: lines.join('\n'), footer: 'As of today' }));
  expect(embeds.map(({ description }) => description).join('\n')).toBe(lines.join('\n'));
  expect(embeds.map(({ title, footer }) => [title, footer?.text])).toEqual([
    ['T', undefined],
    [undefined, 'As of today'],
  ]);
});

test('links to passages make way for what is said, and the article’s own link stays', () => {
  const article = '[The lake](https://echo.example/lake), 16 May 2025';
  const point = (i: number, link: string) => `- ${i} ${'word '.repeat(15)}\n-# ${link} (Reed)`;
  const text = (link: string) => [article, ...Array.from({ length: 40 }, (_, i) => point(i, link))].join('\n');
  const link = '[¶1](https://echo.example/lake#:~:text=The%20mayor,her%20boat%2Dhouse)';
  const described = ({ embeds }: ReturnType<typeof render>) => embeds.map(({ description }) => description).join('\n');
  expect(described(render(reply({ title: 'T', text: text(link) })))).toBe(text('¶1'));
  const sections = [{ heading: 'H', text: point(1, link) }];
  expect(render(reply({ title: 'T', text: 'x', sections })).embeds[0]?.fields?.[0]?.value).toBe(point(1, link));
});

test('menus take a row each, then buttons five a row', () => {
  const buttons = Array.from({ length: 30 }, (_, i) => ({
    label: `${i}`,
    action: { command: 'ask', options: { i: `${i}` } },
  }));
  const menu = { placeholder: 'Topic', action: { command: 'topics', options: {} }, option: 'topic' };
  const { components } = render(
    reply({ text: 'x', buttons, menus: [{ ...menu, choices: [{ label: 'A', value: 'a' }] }] }),
  );
  expect(components.map((row) => row.components.length)).toEqual([1, 5, 5, 5, 5]);
});

test('two menus with the same action are both there', () => {
  const halves = ['a', 'b'].map((value) => ({
    placeholder: 'Question',
    action: { command: 'ask', options: {} },
    option: 'question',
    choices: [{ label: value, value }],
  }));
  const { components } = render(reply({ text: 'x', menus: halves }));
  expect(components.map((row) => row.components.length)).toEqual([1, 1]);
  expectWithinLimits(render(reply({ text: 'x', menus: halves })));
});

test('two buttons that do the same are one, and one that does not fit is left out', () => {
  const action = { command: 'ask', options: { question: 'a' } };
  const tooLong = { command: 'ask', options: { question: 'a'.repeat(100) } };
  const buttons = [
    { label: 'A', action },
    { label: 'B', action },
    { label: 'C', action: tooLong },
  ];
  expect(render(reply({ text: 'x', buttons })).components.map((row) => row.components.length)).toEqual([1]);
});

test('a modal of any length is a modal within the limits', () => {
  fc.assert(
    fc.property(
      text(300),
      text(300),
      text(300),
      fc.integer({ min: 1, max: 9000 }),
      (title, label, placeholder, maxLength) => {
        const data = modalOf(
          {
            title,
            label,
            placeholder,
            maxLength,
            option: 'question',
            action: { command: 'ask', options: {} },
          },
          'en',
        );
        expect(data?.custom_id).toBe('1n|ask|question');
        expect(data?.title.length).toBeLessThanOrEqual(limits.modal.title);
        const [row] = data?.components ?? [];
        if (!row || !('component' in row) || !('max_length' in row.component)) throw new Error('no input in the modal');
        expect(row.label.length).toBeLessThanOrEqual(limits.modal.label);
        expect(row.component.max_length).toBeLessThanOrEqual(limits.modal.input);
        expect(row.component).toMatchObject({ custom_id: 'text', required: true });
      },
    ),
  );
});

test('ten files at most', () => {
  const file = { name: 'a.csv', description: 'A table', type: 'text/csv', bytes: new Uint8Array(1) };
  const many = reply({ text: 'x', files: Array.from({ length: 12 }, () => file) });
  expect(filesOf(many)).toHaveLength(10);
  expect(render(many).attachments).toHaveLength(10);
});

test('a picture stands in the embed, and is described', () => {
  const picture = { name: 'a.png', description: 'Bars', type: 'image/png', bytes: new Uint8Array(1) };
  const { embeds, attachments } = render(reply({ title: 'T', text: 'x', files: [picture] }));
  expect(embeds[0]?.image).toEqual({ url: 'attachment://a.png' });
  expect(attachments).toEqual([{ id: '0', filename: 'a.png', description: 'Bars' }]);
});
