import { expect, it } from 'vitest';
import { numbersIn } from '../../../src/knowledge/check/numbers.ts';

it.each([
  ['a thousand is a thousand however written', '1,000 and 1000 and a thousand and one thousand', [1000]],
  ['a number before a hyphen', 'a 30-day or thirty-day pause', [30]],
  ['tens and units', 'thirty-two of seventy', [32, 70]],
  ['scales multiply', 'two hundred and 3 million', [200, 3_000_000]],
  ['a decimal', '1.5 hours', [1.5]],
  ['both are two', 'both sides, two sides', [2]],
  ['"one" alone is mostly no number', 'one of them, no one', []],
  ['numbers in a row stay apart', 'two, three', [2, 3]],
])('%s', (_reason, text, values) => expect([...numbersIn(text)]).toEqual(values));
