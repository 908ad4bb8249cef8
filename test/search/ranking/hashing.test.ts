import { expect, test } from 'vitest';
import { hashOf } from '../../../src/search/ranking/hashing.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz<>';
const short = Array.from(letters, (first) => Array.from(letters, (second) => first + second)).flat();

test('words and n-grams do not meet where their first letters differ as their families do', () => {
  const words = new Set(short.map((text) => hashOf(text, 0)));
  expect(words.size).toBe(short.length);
  expect(short.filter((text) => words.has(hashOf(text, 2)))).toEqual([]);
});

test('a part of a text has the hash that it has alone', () => {
  expect(hashOf('<lake>', 2, 1, 4)).toBe(hashOf('lak', 2));
});
