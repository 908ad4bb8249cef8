import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { documents } from '../../../src/terminal/readme/documents.ts';
import { fillIn } from '../../../src/terminal/readme/tables.ts';

const root = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const PAGES = globSync(['*.md', 'docs/*.md', 'src/**/*.md'], { cwd: root });

test.each(Object.keys(documents))(
  'the generated parts of %s are as the code has them (else: npm run readme)',
  (file) => {
    expect(read(file)).toBe(fillIn(read(file), documents[file] ?? {}));
  },
);

test('every npm script that the documents name exists', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const named = PAGES.flatMap((page) =>
    [...read(page).matchAll(/npm (?:run (?:--silent )?)([a-z:-]+)/g)].map(([, name]) => `${name}`),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

/** Words in capitals stand for a name to be chosen. */
const IS_PATTERN = /\/[A-Z]+(?=[./]|$)/;

/** Files and folders of the repository that a page names in code, and what it links to. */
function placesIn(page: string): string[] {
  const text = read(page);
  const named = [...text.matchAll(/`((?:src|commands|test|test-discord|bench|docs|deploy|knowledge)\/[\w./-]*)`/g)];
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)];
  return [
    ...named.map(([, place = '']) => place).filter((place) => !IS_PATTERN.test(place)),
    ...linked.map(([, place = '']) => join(dirname(page), place)),
  ];
}

test('every file that the documents name is there', () => {
  const places = PAGES.flatMap((page) => placesIn(page).map((place) => [page, place] as const));
  expect(places.length).toBeGreaterThan(30);
  expect(places.filter(([, place]) => !existsSync(join(root, place)))).toEqual([]);
});

test('a missing mark is named', () => {
  expect(() => fillIn('no marks', { commands: '' })).toThrow(
    'the marks <!-- commands --> … <!-- /commands --> are missing',
  );
});
