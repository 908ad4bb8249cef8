import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { variables } from '../../../src/config/variables.ts';
import { commandTable, environmentTable, fillIn, privacyText } from '../../../src/terminal/readme/tables.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

test('the README lists the commands and the environment as they are (else: npm run readme)', () => {
  const parts = { commands: commandTable(commands), environment: environmentTable(variables) };
  expect(readme).toBe(fillIn(readme, parts));
});

test('PRIVACY.md says what /privacy says (else: npm run readme)', () => {
  const page = readFileSync(new URL('../../../PRIVACY.md', import.meta.url), 'utf8');
  expect(page).toBe(fillIn(page, { privacy: privacyText() }));
});

test('every npm script that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const named = [...readme.matchAll(/npm (?:run (?:--silent )?)([a-z:-]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !((name as string) in scripts))).toEqual([]);
});

test('a missing mark is named', () => {
  expect(() => fillIn('no marks', { commands: '' })).toThrow(
    'the marks <!-- commands --> … <!-- /commands --> are missing',
  );
});
