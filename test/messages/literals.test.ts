/** No words that a person reads stand in the code: they are messages in `languages/`. */
import { expect, test } from 'vitest';
import { calledName, type Node, sources, within } from './source.ts';

const PLACES = ['src/{answer,daily,insights,discord,page,terminal}/**/*.ts', 'commands/*.ts'];

/** Files of which everything is read by whoever runs the program or writes the knowledge, or is typed by people. */
const ELSEWHERE = [
  'src/terminal/{daily,eval,insights,listing,readme}/**',
  'src/terminal/arguments.ts',
  'src/discord/{gateway,reach}.ts',
  'src/discord/{install,register}/main.ts',
  'src/insights/paste.ts',
  'src/daily/zones.ts',
];

/** Literals that look like words for people, and what they are. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'names by which commands are known': [
    ...['Check against the article', 'not what i asked', 'privacy delete', 'privacy file'],
    ...['daily set', 'daily show', 'daily change', 'daily off', 'daily preview', 'daily here', 'tell shortly'],
  ],
  'values that the code tells apart': ['message command', 'none of these', 'how many', 'small talk', 'asked back'],
  'operators of SQL': ['is not', 'not in'],
  'keys, fonts, and how a link opens': ['Enter', 'Escape', 'Backspace', 'Parley Sans', 'noopener noreferrer'],
  'for programs that send too much': ['the body is over 1 MiB'],
};

/** Two words, or one that begins as a label does. */
const WORDS = /\p{L}+\s+\p{L}+|^\p{Lu}\p{Ll}+[.:…]?$/u;

const FOR_OPERATORS = /^(?:trace|debug|info|warn|error|onRefused|onFatal)$/;

/** Errors that are thrown, lines of the log, SQL, styles, types, and what is imported. */
function isNoText(node: Node): boolean {
  if (node.type === 'NewExpression') return /(?:Error|Fatal|Unavailable)$/.test(calledName(node));
  if (node.type === 'CallExpression') return FOR_OPERATORS.test(calledName(node));
  if (node.type === 'TaggedTemplateExpression') return ['sql', 'css'].includes(String((node.tag as Node).name));
  return node.type.startsWith('TS') || node.type === 'ImportDeclaration';
}

/** Of HTML, what stands between its tags, and the attributes that people are read. */
const withoutTags = (html: string) =>
  html.replace(/<[^>]*>/g, (tag) =>
    Array.from(tag.matchAll(/(?:aria-label|title|placeholder|alt|author)="([^"]*)"/g), ([, text]) => text).join('; '),
  );

/** The text of a literal; of a template, with a star for each of its values. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return withoutTags(quasis.map(({ value }) => value.cooked).join('*'));
}

const found = sources(PLACES, ELSEWHERE).flatMap(({ file, tree }) =>
  within(tree, (node) => !isNoText(node)).flatMap((node) => {
    const text = textOf(node)?.trim();
    return text !== undefined && WORDS.test(text) ? [{ file, text }] : [];
  }),
);
const others = Object.values(OTHERS).flat();

test('words for people are messages of the catalogue', () => {
  expect(found.filter(({ text }) => !others.includes(text))).toEqual([]);
});

test('what is excepted is there', () => {
  expect(others.filter((other) => !found.some(({ text }) => text === other))).toEqual([]);
});
