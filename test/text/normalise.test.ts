import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, words } from '../../src/text/normalise.ts';

describe('normalise', () => {
  it.each([
    ['capitals and white space', '  Who\tMET\n\n whom ?  ', 'who met whom ?'],
    ['accents on Latin letters', 'Türkiye, Erdoğan, Łódź', 'turkiye, erdogan, lodz'],
    ['a breve in Cyrillic is another letter', 'Зеленский', 'зеленский'],
    ['the same with the breve typed apart', 'Зеленски\u0438\u0306', 'зеленский'],
    ['typographic apostrophes and quotes', '‘What’s’ “this”', "'what's' \"this\""],
    ['an acute accent typed as an apostrophe', 'what´s', "what's"],
    ['compatibility forms', 'ｆｕｌｌ ﬁle ①', 'full file 1'],
    ['emoji with joiners, tones and flags', 'hello 👩🏽‍🚀🇺🇦 there ❤️', 'hello there'],
    ['control and invisible characters', 'cease\u00adfire\u0000\u200bnow\u202e', 'ceasefire now'],
    ['Cyrillic letters in a Latin word', 'who is М\u0435d\u0456nsky', 'who is medinsky'],
    ['Greek letters in a Latin word', 'ΑΒΕ Lincοln', 'αβε lincoln'],
    ['Latin letters in a Cyrillic word', 'Мединcкий', 'мединский'],
    ['words wholly in another alphabet', 'Why Мединский, а не он?', 'why мединский, а не он?'],
    ['a word that mixes alphabets on purpose', 'the αβγδbet', 'the αβγδbet'],
    ['half of a surrogate pair', 'a\ud83d b', 'a b'],
  ])('%s', (_reason, text, expected) => expect(normalise(text)).toBe(expected));

  it.each([
    ['any', fc.string({ unit: 'grapheme' })],
    ['mixed alphabets', fc.string({ unit: fc.constantFrom(...'aеіMМćёΗηνбi\u0301\u00adИ ') })],
  ])('changes nothing the second time: %s', (_which, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });

  it('reads no more than the beginning of a text that unfolds', () => {
    expect(normalise('\ufdfa'.repeat(100_000)).length).toBeLessThanOrEqual(20_000);
  });
});

describe('words', () => {
  it.each([
    ['punctuation parts words', 'a 30-day truce?!', ['a', '30', 'day', 'truce']],
    ['a possessive says its owner', "Putin's aide’s words", ['putin', 'aide', 'words']],
    ['with and without the apostrophe is one word', "didn't didnt", ['didnt', 'didnt']],
    ['thousands are closed up', '1,000 for 1,000', ['1000', 'for', '1000']],
    ['a list of numbers is not a thousand', '1,2,3', ['1', '2', '3']],
    ['a decimal stays one number', 'for 1.5 hours.', ['for', '1.5', 'hours']],
    ['Cyrillic words count', 'кто это?', ['кто', 'это']],
    ['nothing in, nothing out', '?! 👍', []],
  ])('%s', (_reason, text, expected) => expect(words(text)).toEqual(expected));
});
