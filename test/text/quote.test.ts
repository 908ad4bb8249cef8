import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count, cut, quoteUserText } from '../../src/text/quote.ts';

describe('quoteUserText', () => {
  test.each([
    ['@everyone <@123> <#5>', '@\u200beveryone \\<@\u200b123\\> \\<\\#5\\>'],
    ['# big', '\\# big'],
    ['- item', '\\- item'],
    ['a well-known 1-2', 'a well-known 1-2'],
    ['[free](https://evil.example)', '\\[free\\](https\\://evil\\.example)'],
    ['a\u202egnp.exe', 'a gnp\\.exe'],
    ['one\n\n> two\u2028three\0', 'one \\> two three'],
    ['```js\nx```', '\\`\\`\\`js x\\`\\`\\`'],
    ['👩‍👩‍👧 ok', '👩‍👩‍👧 ok'],
    ['\ud800', ''],
  ])('%j reads as typed and does nothing', (typed, expected) => {
    expect(quoteUserText(typed)).toBe(expected);
  });

  test('whatever is typed, no mention, line break, control or unescaped mark is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
        const quoted = quoteUserText(typed);
        expect(quoted).not.toMatch(/@(?!\u200b)|[\n\r\p{Cc}\p{Bidi_Control}]/u);
        expect(quoted.replace(/\\[\\`*_~|<>[\]#:.+-]/g, '')).not.toMatch(/[\\`*_~|<>[\]#:]/);
        expect(quoted.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('cut', () => {
  test.each([
    ['short enough', 12, 'short enough'],
    ['a few words here', 12, 'a few words…'],
    ['a few words here', 10, 'a few…'],
    ['incomprehensibility', 8, 'incompr…'],
    ['ab👩‍👩‍👧', 6, 'ab…'],
    ['anything', 0, ''],
    ['anything', 1, '…'],
  ])('%j to %i is %j', (text, limit, expected) => {
    expect(cut(text, limit)).toBe(expected);
  });

  const link = '[¶1](https://echo.example/lake#:~:text=The%20mayor)';
  test.each([
    [`so it is · ${link}`, 30, 'so it is ·…'],
    [`so it is · ${link} and on`, `so it is · ${link}`.length + 1, `so it is · ${link}…`],
    [`so it is · ${link}`, `so it is · ${link}`.length - 1, 'so it is ·…'],
    [`${'x'.repeat(40)} [a b c](https://e.example)${'y'.repeat(60)}`, 80, `${'x'.repeat(40)}…`],
    [link, 20, '…'],
  ])('%j to %i, never inside a link, is %j', (text, limit, expected) => {
    expect(cut(text, limit)).toBe(expected);
  });

  test('never longer than the limit, never a broken character, always a beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const short = cut(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(text.isWellFormed() || short.isWellFormed());
        expect(text.startsWith(short === text ? short : short.slice(0, -1))).toBe(true);
      }),
    );
  });
});

test('count', () => {
  expect([count(1, 'fact'), count(2, 'fact')]).toEqual(['1 fact', '2 facts']);
});
