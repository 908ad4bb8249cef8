import { expect, test } from 'vitest';
import { createKeys } from '../../src/insights/keys.ts';

const MAY = Date.parse('2026-05-31T23:59:59Z');
const JUNE = Date.parse('2026-06-01T00:00:00Z');
/** Days that a row may be there longer than it counts. */
const LEEWAY = 2;
const keys = createKeys('one secret');

test('a person is the same within a month, another in the next, and known again over both', () => {
  expect(keys.asker.at('1', MAY)).toBe(keys.asker.at('1', MAY - 1));
  expect(keys.asker.at('1', JUNE)).not.toBe(keys.asker.at('1', MAY));
  expect(keys.asker.over('1', 1, JUNE)).toEqual([keys.asker.at('1', JUNE), keys.asker.at('1', MAY)]);
  expect(keys.asker.over('1', 90, JUNE)).toHaveLength(4);
});

test('over any days of a year, every month in which one of them falls is there once', () => {
  for (let back = 0; back < 366; back++) {
    const now = JUNE - back * 86_400_000;
    for (const days of [1, 28, 29, 59, 90]) {
      const each = Array.from({ length: days + 1 + LEEWAY }, (_, before) =>
        keys.asker.at('1', now - before * 86_400_000),
      );
      expect(keys.asker.over('1', days, now)).toEqual([...new Set(each)]);
    }
  }
});

test('people, texts and secrets are told apart, and a text is the same in every month', () => {
  expect(keys.asker.at('1', MAY)).not.toBe(keys.asker.at('2', MAY));
  expect(keys.text('a')).not.toBe(keys.text('b'));
  expect(createKeys('another').text('a')).not.toBe(keys.text('a'));
  expect(createKeys('another').fingerprint).not.toBe(keys.fingerprint);
  expect(createKeys('one secret').fingerprint).toBe(keys.fingerprint);
  expect(createKeys('another').asker.at('1', MAY)).not.toBe(keys.asker.at('1', MAY));
});

test('one person is not the same as who asks and as who votes, nor by the mark on a button', () => {
  const hashes = [keys.asker.at('1', MAY), keys.voter.at('1', MAY), keys.mark('1', '2026-05-31', 'a', 'b')];
  expect(new Set([...hashes, keys.mark('1', '2026-05-31', 'a', null), keys.answer('a', 'b')]).size).toBe(5);
});

test('a text’s hash on a button leads to the one in the tables by the same secret alone', () => {
  const onButton = keys.text('a');
  expect(keys.stored(onButton)).not.toBe(onButton);
  expect(createKeys('one secret').stored(onButton)).toBe(keys.stored(onButton));
  expect(createKeys('another').stored(onButton)).not.toBe(keys.stored(onButton));
});
