import { describe, expect, test } from 'vitest';
import { strikeOut } from '../../src/insights/strike-out.ts';

describe('what could lead to a person is struck out', () => {
  test.each([
    ['write to Jo.Bloggs+x@Mail.example.org please', 'write to [e-mail] please'],
    ['my mail is jo@localhost ok', 'my mail is [mention] ok'],
    ['see https://t.me/jobloggs?x=1 now', 'see [link] now'],
    ['see www.jobloggs.com/me now', 'see [link] now'],
    ['see jobloggs.com now', 'see [link] now'],
    ['is 192.168.1.20/admin down', 'is [link] down'],
    ['hxxp is no link but discord.gg/abc is', 'hxxp is no link but [link] is'],
    [
      '<@123456789012345678> and <@!123456789012345678> and <@&123456789012345678>',
      '[mention] and [mention] and [mention]',
    ],
    ['in <#123456789012345678> by </ask:123456789012345678>', 'in [mention] by [mention]'],
    [
      '<:smile:123456789012345678> <a:wave:123456789012345678> <t:1747390000:R> <id:customize>',
      '[mention] [mention] [mention] [mention]',
    ],
    ['@everyone look', '[mention] look'],
    ['ask @joblow.1', 'ask [mention]'],
    ['id 123456789012345678', 'id [number]'],
    ['call +90 532 123 45 67', 'call [number]'],
    ['call (0532) 123-4567!', 'call [number]!'],
    ['call 0532.123.45.67', 'call [number]'],
    ['call 1234567', 'call [number]'],
    ['wide １２３４５６７８', 'wide [number]'],
    ['hidden 123\u200b456\u200b789', 'hidden [number]'],
    ['arabic ٠٥٣٢١٢٣٤٥٦٧', 'arabic [number]'],
  ])('%s', (typed, kept) => {
    expect(strikeOut(typed)).toBe(kept);
  });
});

test.each([
  ['How many prisoners, 1,000 or 2,000?', 'how many prisoners, 1,000 or 2,000?'],
  ['what happened on 16 May 2025', 'what happened on 16 may 2025'],
  ['the 1994 and 2014 accords', 'the 1994 and 2014 accords'],
  ['Who’s there: Putin or Zelenskyy...', "who's there: putin or zelenskyy..."],
])('the rest is kept, normalised: %s', (typed, kept) => {
  expect(strikeOut(typed)).toBe(kept);
});

test('a long text is cut, and a text of nothing else leaves no word', () => {
  expect(strikeOut('word '.repeat(1000)).length).toBeLessThanOrEqual(200);
  expect(strikeOut('🙂 \u200b')).toBe('');
});

test('what is cut off cannot leave the half of a number behind', () => {
  expect(strikeOut(`${'a'.repeat(190)} 0532 123 45 67 89`)).not.toMatch(/\d/);
});
