import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment } from '../../src/config/environment.ts';
import { Fatal } from '../../src/config/fatal.ts';
import { emptyFolder } from '../support/folder.ts';

test('.env adds to the environment and never overrides it', () => {
  const file = join(emptyFolder(), '.env');
  writeFileSync(file, '# a comment\nPATH=elsewhere\nKEEP_DAYS=7\nOPERATOR_CONTACT="jo # at the lake"\r\nHASH_KEY=\n');
  const { PATH, KEEP_DAYS, OPERATOR_CONTACT, HASH_KEY } = readEnvironment(file);
  expect({ PATH, KEEP_DAYS, OPERATOR_CONTACT, HASH_KEY }).toEqual({
    PATH: process.env.PATH,
    KEEP_DAYS: '7',
    OPERATOR_CONTACT: 'jo # at the lake',
    HASH_KEY: '',
  });
});

test('a value of blanks is an empty one, and takes nothing of the next line', () => {
  const file = join(emptyFolder(), '.env');
  writeFileSync(file, 'OPERATOR_CONTACT= \r\nDATABASE_URL=postgres://u:secret@h/db\r\nSTORE_QUESTIONS: off\r\n');
  const { OPERATOR_CONTACT, DATABASE_URL, STORE_QUESTIONS } = readEnvironment(file);
  expect({ OPERATOR_CONTACT, DATABASE_URL, STORE_QUESTIONS }).toEqual({
    OPERATOR_CONTACT: '',
    DATABASE_URL: 'postgres://u:secret@h/db',
    STORE_QUESTIONS: 'off',
  });
});

test('without .env there is the environment alone', () => {
  expect(readEnvironment(join(emptyFolder(), '.env'))).toEqual({ ...process.env });
});

test('a .env that cannot be read is said, and not passed over', () => {
  const file = join(emptyFolder(), '.env');
  mkdirSync(file);
  expect(() => readEnvironment(file)).toThrow(Fatal);
  expect(() => readEnvironment(file)).toThrow('.env cannot be read');
});
