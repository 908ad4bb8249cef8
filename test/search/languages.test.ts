import { describe, expect, test } from 'vitest';
import { detectorOf, fitLanguages } from '../../src/search/languages.ts';
import { realContext } from '../support/real.ts';

const detect = detectorOf(
  fitLanguages(
    new Map([
      ['en', ['how many prisoners are exchanged', 'when did they meet', 'who led the delegation']],
      ['uk', ['скільки полонених обміняють', 'коли вони зустрілися', 'skilky polonenyh']],
      ['ru', ['сколько пленных обменяют', 'когда они встретились']],
      ['tr', ['kaç esir takas edilecek', 'ne zaman görüştüler', 'kac esir']],
    ]),
  ),
);

describe('the language of a text', () => {
  test.each([
    ['when will prisoners be exchanged', 'en'],
    ['коли обміняють полонених', 'uk'],
    ['когда обменяют пленных', 'ru'],
    ['esirler ne zaman takas edilecek', 'tr'],
    // In Latin letters, and without the marks of Turkish.
    ['koly polonenyh', 'uk'],
    ['kac kisi', 'tr'],
  ])('%s is %s', (text, language) => {
    expect(detect(text)[0]?.language).toBe(language);
  });

  test('shares sum to one, the likeliest first', () => {
    const shares = detect('скільки').map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  test.each(['', '123', '哈哈', '???'])('what no text holds (%j) speaks for none', (text) => {
    expect(detect(text).map(({ share }) => share)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe('over the knowledge', async () => {
  const { languages } = await realContext();

  test.each([
    ['qwe rty uio', 'en', 'en'],
    ['1000', 'uk', 'uk'],
    ['путин', 'ru', 'ru'],
    ['путін', 'en', 'uk'],
    ['who is Putin', 'uk', 'en'],
    ['kac esir takas edilecek', 'en', 'tr'],
    ['koly bude obmin polonenyh', 'en', 'uk'],
    ['wie viele Gefangene werden ausgetauscht', 'en', 'en'],
  ])('%s, where %s is expected, is %s', (text, expected, language) => {
    expect(languages.of(text, expected)).toBe(language);
  });
});
