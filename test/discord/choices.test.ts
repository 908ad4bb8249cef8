import { expect, test } from 'vitest';
import { fittingChoices } from '../../src/discord/choices.ts';

const many = Array.from({ length: 40 }, (_, at) => ({ name: `choice ${at}`, value: `${at}` }));

test('the first 25 go out, in order', () => {
  expect(fittingChoices(many)).toEqual(many.slice(0, 25));
});

test('what Discord would refuse is left out: no name, no value, a value over 100 characters', () => {
  const good = { name: 'good', value: 'x'.repeat(100) };
  const bad = [
    { name: ' ', value: 'a' },
    { name: 'b', value: '' },
    { name: 'c', value: 'x'.repeat(101) },
  ];
  expect(fittingChoices([...bad, good])).toEqual([good]);
});

test('a name over 100 characters is cut at a word', () => {
  expect(fittingChoices([{ name: `${'word '.repeat(30)}end`, value: 'v' }])).toEqual([
    { name: `${'word '.repeat(19)}word…`, value: 'v' },
  ]);
});

test('a value goes out once', () => {
  const choices = [
    { name: 'one', value: 'v' },
    { name: 'other', value: 'w' },
    { name: 'again', value: 'v' },
  ];
  expect(fittingChoices(choices).map(({ value }) => value)).toEqual(['v', 'w']);
});
