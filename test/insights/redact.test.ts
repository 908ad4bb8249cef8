import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../src/insights/redact.ts';
import { normalise } from '../../src/text/normalise.ts';
import { cut } from '../../src/text/quote.ts';
import { realContext } from '../support/real.ts';

test.each([
  'какая точка зрения у путина на перемирие',
  'це відправна точка переговорів? крапка',
  'в 2025 году обменяли 1 000 пленных',
  'мединский в.р. и т.д.',
  'bu noktada ateşkes var mı',
  'собака лает, караван идет',
])('in other languages too, what leads to nobody stays: %s', (text) => {
  expect(redact(text)).toBe(normalise(text));
});

describe('what could lead to a person is struck out', () => {
  test.each([
    ['write to Jo.Bloggs+x@Mail.example.org please', 'write to [e-mail] please'],
    ['my mail is jo@localhost ok', 'my mail is [mention] ok'],
    ['see https://t.me/jobloggs?x=1 now', 'see [link] now'],
    ['see www.jobloggs.com/me now', 'see [link] now'],
    ['see jobloggs.com now', 'see [link] now'],
    ['is 192.168.1.20/admin down', 'is [number]/admin down'],
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
    ['dashes 0532–123–45–67', 'dashes [number]'],
    ['and 0532—123—45—67', 'and [number]'],
    ['and 0532_123_45_67, 0532 : 123 : 45 : 67', 'and [number]'],
    ['and 0532 · 123 • 45 • 67', 'and [number]'],
    ['and 123,456,789,012,345,678', 'and [number]'],
    ['and 9123 4567', 'and [number]'],
    ['and 555-123-4567, 020 7946 0018', 'and [number]'],
    ['and 2025 550 199', 'and [number]'],
    ['see example。com', 'see [link]'],
    ['it was jobloggs#0', 'it was [mention]'],
    ['jobloggs.dev/me or bsky.app/profile/jo', '[link] or [link]'],
    ['пример.укр and παράδειγμα.ελ', '[link] and [link]'],
    ['tg://resolve?domain=jo and hxxps://x', '[link] and [link]'],
    ['2001:db8::ff00:42:8329 is mine', '[link] is mine'],
    ['discord .gg/abc now', '[link] now'],
    ['jo.bloggs @ gmail.com wrote', '[e-mail] wrote'],
    ['mail jo at example dot com', 'mail [e-mail]'],
    ['mail jo [at] example [dot] com', 'mail [e-mail]'],
    ['it was jobloggs#1234', 'it was [mention]'],
    ['hidden 123\u200b456\u200b789', 'hidden [number]'],
    ['arabic ٠٥٣٢١٢٣٤٥٦٧', 'arabic [number]'],
    ['call 5551234, 5551234', 'call [number]'],
    ['id 123,456,789 or 123,456 789,012', 'id [number] or [number]'],
    ['jo at gmail com or ann @hotmail', '[e-mail] or [e-mail]'],
    ['ask jo @gmail.com', 'ask [e-mail]'],
    ['почта ivan собака gmail точка com, ivan (собака) mail (точка) ru', 'почта [e-mail] [e-mail]'],
    ['пошта іван равлик укр крапка нет', 'пошта [e-mail]'],
    ['мейл ivan собачка яндекс точка ру', 'мейл [e-mail]'],
    ['adresim ali at gmail nokta com', 'adresim [e-mail]'],
    ['сайт правда точка ком', 'сайт [link]'],
    ['мій номер +380 44 123-45-67', 'мій номер [number]'],
    ['dns 8.8.8.8 and 8 . 8 . 4 . 4:53', 'dns [link] and [link]'],
    ['is 192 dot 168 dot 1 dot 20 up', 'is [number] up'],
    ['t.me/name, x.com/jo and t . me/name', '[link] [link] and [link]'],
    ['jobloggs # 1234', '[mention]'],
  ])('%s', (typed, kept) => {
    expect(redact(typed)).toBe(kept);
  });
});

/** Found in nothing that stands for what is struck out, nor in the words around it. */
const secret = fc.stringMatching(/^zq[a-z]{2,8}$/);
const octet = fc.integer({ min: 0, max: 255 }).map(String);
const ending = fc.constantFrom('com', 'net', 'org');
const at = fc.constantFrom('@', ' @ ', '@ ', '＠', '(at)', ' [at] ', '[@]', ' {at} ', ' at ', '_at_', '-at-', ' AT ');
const dot = fc.constantFrom('.', ' . ', ' .', '. ', '[.]', '．', '。', '(dot)', ' [dot] ', ' dot ', '_dot_', ' DOT ');
const around = fc.constantFrom(['', ''], ['write to ', ' now'], ['(', ')'], ['here: ', ', please'], ['is it ', '?']);
/** What neither makes a word nor ends a sentence between two digits of a number. */
const between = fc.constantFrom('', ' ', '-', '.', ',', ', ', '/', ' / ', '_', ' · ', '–', '\u200b', ') ', ' (');
/** No part of them is a year, a time or a round number. */
const digits = fc.array(fc.integer({ min: 3, max: 9 }), { minLength: 6, maxLength: 17 }).map((some) => [0, ...some]);

const KINDS: Readonly<Record<string, fc.Arbitrary<{ readonly typed: string; readonly secrets: readonly string[] }>>> = {
  'e-mail address': fc
    .tuple(secret, at, secret, dot, ending)
    .map(([name, at, host, dot, end]) => ({ typed: name + at + host + dot + end, secrets: [name, host] })),
  'e-mail address at a host of three parts': fc
    .tuple(secret, at, secret, dot, secret, dot, ending)
    .map(([name, at, sub, one, host, two, end]) => ({
      typed: name + at + sub + one + host + two + end,
      secrets: [name, sub, host],
    })),
  link: fc
    .tuple(fc.constantFrom('', 'https://', 'hxxp://', 'https : // ', 'www.', 'www . '), secret, dot, ending, secret)
    .map(([scheme, host, dot, end, path]) => ({
      typed: `${scheme}${host}${dot}${end}/${path}`,
      secrets: [host, path],
    })),
  'link of one letter': fc
    .tuple(fc.constantFrom('t.me', 't.co', 'x.com', 't . me', 't .me'), secret)
    .map(([host, path]) => ({ typed: `${host}/${path}`, secrets: [path] })),
  'IP address': fc
    .tuple(octet, dot, octet, dot, octet, dot, octet)
    .map((parts) => ({ typed: parts.join(''), secrets: [...'0123456789'] })),
  mention: fc
    .tuple(
      secret,
      fc.constantFrom('@%', '@ %', '%#0', '%#1234', '% # 1234', '</%:123456789012345678>', '<:%:1>', '<a:%:1>'),
    )
    .map(([name, form]) => ({ typed: form.replace('%', name), secrets: [name] })),
  number: fc
    .tuple(fc.constantFrom('', '+', '(', '(+'), digits, fc.infiniteStream(between))
    .map(([sign, digits, blanks]) => ({
      typed: sign + digits.map((digit) => `${digit}${blanks.next().value}`).join(''),
      secrets: [...'0123456789'],
    })),
};

test.each(Object.entries(KINDS))('however it is typed: %s', (_kind, variants) => {
  const holds = fc.property(variants, around, fc.boolean(), ({ typed, secrets }, [before, after], inCapitals) => {
    const kept = redact(`${before}${inCapitals ? typed.toUpperCase() : typed}${after}`);
    expect(
      secrets.filter((one) => kept.includes(one)),
      kept,
    ).toEqual([]);
  });
  fc.assert(holds, { numRuns: 2000 });
});

test('what people ask about the article is kept whole', async () => {
  const { knowledge } = await realContext();
  const asked = [...knowledge.entries.values()].flatMap(({ question, phrasings }) => [question, ...phrasings]);
  expect(asked.length).toBeGreaterThan(1000);
  expect(asked.filter((text) => redact(text) !== cut(normalise(text), 200))).toEqual([]);
});

test.each([
  ['How many prisoners, 1,000 or 2,000?', 'how many prisoners, 1,000 or 2,000?'],
  ['what happened on 16 May 2025', 'what happened on 16 may 2025'],
  ['the 1994 and 2014 accords', 'the 1994 and 2014 accords'],
  ['the 2014-2022 war', 'the 2014-2022 war'],
  ['was it on 2025-05-16 or 16.05.2025?', 'was it on 2025-05-16 or 16.05.2025?'],
  ['are 1,000,000 away', 'are 1,000,000 away'],
  ['is it 1000-1000 or 1,000/1,000?', 'is it 1000-1000 or 1,000/1,000?'],
  ['on 16.05.2025 10:00 or 16.05.2025 - 17.05.2025', 'on 16.05.2025 10:00 or 16.05.2025 - 17.05.2025'],
  ['20,000-100,000 men by 10:30:45', '20,000-100,000 men by 10:30:45'],
  ['8000? 10000? total', '8000? 10000? total'],
  ['what did V.Putin and Mr.Putin say', 'what did v.putin and mr.putin say'],
  ['was he (V.Putin) at St.Petersburg. And then?', 'was he (v.putin) at st.petersburg. and then?'],
  ['did the U.S. say so... or not', 'did the u.s. say so... or not'],
  ['Who’s there: Putin or Zelenskyy...', "who's there: putin or zelenskyy..."],
])('the rest is kept, normalised: %s', (typed, kept) => {
  expect(redact(typed)).toBe(kept);
});

test('a long text is cut, and a text of nothing else leaves no word', () => {
  expect(redact('word '.repeat(1000)).length).toBeLessThanOrEqual(200);
  expect(redact('🙂 \u200b')).toBe('');
  expect(redact('x'.repeat(6000))).toBe('');
});

test.each([190, 195, 198])('what is cut off leaves no half of a number behind, from %i on', (from) => {
  expect(redact(`${'a'.repeat(from)} 0532 123 45 67 89`)).not.toMatch(/\d/);
});

test('nor does the end of what is read, wherever a number or an address stands on it', () => {
  const link = 'https://example.org/'.padEnd(900, 'x');
  for (let blanks = 50; blanks < 100; blanks += 1) {
    const typed = `${link} ${'a '.repeat(blanks / 2)}${' '.repeat(blanks % 2)}0532 123 45 67 gretchen@example.org`;
    expect(redact(typed)).not.toMatch(/\d|gret/);
  }
});

test('characters that become many when they are normalised are cut before', () => {
  expect(redact('㎯'.repeat(6000))).toBe('');
});
