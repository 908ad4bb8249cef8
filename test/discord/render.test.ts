import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../../src/answer/reply.ts';
import { modalOf } from '../../src/discord/components.ts';
import { limits } from '../../src/discord/limits.ts';
import { filesOf, render, renderEdit } from '../../src/discord/render.ts';
import { reply } from '../support/messages.ts';
import { componentsOf, expectWithinLimits, rowsOf, textOf } from './within-limits.ts';

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
const file = fc.record({
  name: fc.constantFrom('a.png', 'b.json'),
  description: text(2000),
  type: fc.constantFrom('image/png', 'application/json'),
  bytes: fc.constant(new Uint8Array(1)),
});
const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    language: fc.constant('en'),
    feedback: fc.array(fc.record({ label: text(200), action }), { maxLength: 3 }),
    files: fc.array(file, { maxLength: 12 }),
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

test('a line is a text, an answer its sentence with sources and day in one small line', () => {
  expect(render(reply({ text: 'Not here.' }))).toEqual({
    flags: 1 << 15,
    components: [{ type: 10, content: 'Not here.' }],
    allowed_mentions: { parse: [] },
  });
  const answer = reply({ asked: 'How long?', text: 'About two hours.\n-# ¶1 · ¶5', footer: 'As of 16 May 2025' });
  expect(render(answer).components).toEqual([
    { type: 10, content: 'About two hours.\n-# ¶1 · ¶5 · As of 16 May 2025' },
  ]);
});

test('what has a title is framed, with its sections and its day beneath', () => {
  const list = reply({
    title: 'In short',
    text: '- Two hours.\n-# ¶1',
    sections: [{ heading: 'Also', text: 'Under two hours.\n-# ¶5' }],
    footer: 'As of 16 May 2025',
  });
  const components = [
    { type: 10, content: '### In short\n- Two hours.\n-# ¶1' },
    { type: 10, content: '**Also**\nUnder two hours.\n-# ¶5\n-# As of 16 May 2025' },
  ];
  expect(render(list).components).toEqual([{ type: 17, components }]);
});

test('what only the asker sees is marked so; what takes the place of a message loses its text and its embeds', () => {
  expect(render(reply({ text: 'x' }), { isPrivate: true }).flags).toBe((1 << 15) | (1 << 6));
  expect(renderEdit(reply({ text: 'x' }))).toMatchObject({ flags: 1 << 15, content: null, embeds: [] });
});

test('the title and the day stay whole when the text takes all the room', () => {
  const sections = Array.from({ length: 20 }, (_, i) => ({ heading: `Section ${i}`, text: 'word '.repeat(300) }));
  const shown = textOf(render(reply({ title: 'T', text: 'word '.repeat(2000), sections, footer: 'As of today' })));
  expect(shown).toMatch(/^### T\nword [^#]*word…\n-# As of today$/);
});

test('a role is pinged by a line above the frame, and has its room', () => {
  const { components, allowed_mentions } = render(reply({ title: 'T', text: 'word '.repeat(2000) }), { role: '7' });
  expect(components).toMatchObject([{ type: 10, content: '<@&7>' }, { type: 17 }]);
  expect(allowed_mentions).toEqual({ parse: [], roles: ['7'] });
  const shown = componentsOf({ components }).flatMap((one) => ('content' in one ? one.content : []));
  expect(shown.join('').length).toBeLessThanOrEqual(4000);
});

test('the title leads to the article', () => {
  const url = 'https://echo.example/lake';
  const shown = textOf(render(reply({ title: 'How [long]?', url, text: 'Two hours.' })));
  expect(shown).toBe('### [How \\[long\\]?](https://echo.example/lake)\nTwo hours.');
});

test('links to passages make way for what is said, the last ones first, and the article’s own link stays', () => {
  const article = '[The lake](https://echo.example/lake), 16 May 2025';
  const point = (i: number, link: string) => `- ${i} ${'word '.repeat(15)}\n-# ${link} (Reed)`;
  const points = (link: string) => Array.from({ length: 14 }, (_, i) => point(i, link)).join('\n');
  const link = '[¶1](https://echo.example/lake#:~:text=The%20mayor,her%20boat%2Dhouse)';
  const shown = textOf(
    render(reply({ text: `${article}\n${points(link)}`, sections: [{ heading: 'H', text: points(link) }] })),
  );
  expect(shown.length).toBeGreaterThan(3900);
  expect(shown.replaceAll(link, '¶1')).toBe(`${article}\n${points('¶1')}\n**H**\n${points('¶1')}`);
  expect(shown).toMatch(/^[\s\S]*text=The[\s\S]*\n\*\*H\*\*\n[\s\S]*text=The[\s\S]*¶1 \(Reed\)$/);
  expect(shown.slice(shown.lastIndexOf(link) + link.length)).not.toContain('](');
  const text = `${article}\n${points(link)}\n${points(link)}\n${points(link)}`;
  expect(textOf(render(reply({ text }))).replaceAll(link, '¶1')).toBe(
    `${article}\n${points('¶1')}\n${points('¶1')}\n${points('¶1')}`,
  );
});

test('menus take a row each, then buttons five a row', () => {
  const buttons = Array.from({ length: 30 }, (_, i) => ({
    label: `${i}`,
    action: { command: 'ask', options: { i: `${i}` } },
  }));
  const menu = { placeholder: 'Topic', action: { command: 'topics', options: {} }, option: 'topic' };
  const body = render(reply({ text: 'x', buttons, menus: [{ ...menu, choices: [{ label: 'A', value: 'a' }] }] }));
  expect(rowsOf(body).map((row) => row.length)).toEqual([1, 5, 5, 5, 5]);
});

test('two menus with the same action are both there', () => {
  const halves = ['a', 'b'].map((value) => ({
    placeholder: 'Question',
    action: { command: 'ask', options: {} },
    option: 'question',
    choices: [{ label: value, value }],
  }));
  expect(rowsOf(render(reply({ text: 'x', menus: halves }))).map((row) => row.length)).toEqual([1, 1]);
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
  expect(rowsOf(render(reply({ text: 'x', buttons }))).map((row) => row.length)).toEqual([1]);
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

test('a picture stands in the message, and is described; another file is there to be had', () => {
  const picture = { name: 'a.png', description: 'Bars', type: 'image/png', bytes: new Uint8Array(1) };
  const table = { name: 'b.json', description: 'Votes', type: 'application/json', bytes: new Uint8Array(1) };
  const body = render(reply({ text: 'x', files: [picture, table] }));
  expect(body.components.slice(1)).toEqual([
    { type: 12, items: [{ media: { url: 'attachment://a.png' }, description: 'Bars' }] },
    { type: 13, file: { url: 'attachment://b.json' } },
  ]);
  expect(body.attachments).toEqual([
    { id: '0', filename: 'a.png', description: 'Bars' },
    { id: '1', filename: 'b.json', description: 'Votes' },
  ]);
});

test('many sections are all there, the last ones in one text', () => {
  const sections = Array.from({ length: 20 }, (_, i) => ({ heading: `S${i}`, text: `${i}` }));
  const body = render(reply({ title: 'T', text: 'x', sections, footer: 'F' }));
  expectWithinLimits(body);
  expect(componentsOf(body)).toHaveLength(13);
  expect(textOf(body)).toMatch(/\*\*S0\*\*\n0\n.*\*\*S18\*\*\n18\n\n\*\*S19\*\*\n19\n-# F$/s);
});

test('votes stand in the row of the sources, and stay when there are too many buttons', () => {
  const button = (i: number) => ({ label: `${i}`, action: { command: 'ask', options: { i: `${i}` } } });
  const feedback = [button(98), button(99)];
  expect(rowsOf(render(reply({ text: 'x', buttons: [button(0)], feedback }))).map((row) => row.length)).toEqual([3]);
  const many = Array.from({ length: 30 }, (_, i) => button(i));
  const labels = rowsOf(render(reply({ text: 'x', buttons: many, feedback }))).flat();
  expect(labels).toHaveLength(25);
  expect(labels.slice(-2)).toMatchObject([{ label: '98' }, { label: '99' }]);
});
