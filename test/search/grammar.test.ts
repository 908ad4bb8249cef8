/** What the lists of a language make of its questions. */
import { describe, expect, test } from 'vitest';
import { askedFor } from '../../src/search/asked-for.ts';
import { asksWhoSaid, beginsAsFollowUp, mayBeFollowUp, tellsNothing } from '../../src/search/fragment.ts';
import { grammarOf } from '../../src/search/grammar/of-words.ts';
import { halvesOf } from '../../src/search/halves.ts';
import { realContext } from '../support/real.ts';

const { languages } = await realContext();
const grammarIn = (language: string) => languages.in(language).search.grammar;

describe('what is asked for', () => {
  test.each([
    ['uk', 'Хто очолював делегацію?', 'who'],
    ['uk', 'а скільки полонених обміняють', 'how many'],
    ['uk', 'коли і де наступний раунд', 'when'],
    ['uk', 'чи погодився Путін', 'yes/no'],
    ['uk', 'skilky polonenyh', 'how many'],
    ['uk', 'обмін полоненими', null],
    ['ru', 'в каком городе прошли переговоры', 'where'],
    ['ru', 'согласился ли путин', 'yes/no'],
    ['ru', 'почему Зеленский так решил', 'why'],
    ['tr', 'Rus heyetine kim başkanlık etti', 'who'],
    ['tr', 'kac esir takas edilecek', 'how many'],
    ['tr', 'Putin kabul etti mi', 'yes/no'],
    ['tr', 'görüşme ne kadar sürdü', 'how many'],
  ])('%s: %s → %s', (language, question, type) => {
    expect(askedFor(question, grammarIn(language))).toBe(type);
  });
});

describe('two questions in one text', () => {
  test.each([
    ['uk', 'скільки полонених обміняють і хто про це оголосив', ['скільки полонених обміняють', 'хто про це оголосив']],
    ['ru', 'Где встретились? И кто возглавлял?', ['Где встретились?', 'И кто возглавлял?']],
    ['tr', 'takas sayısı kaç ve bunu kim açıkladı', ['takas sayısı kaç', 'bunu kim açıkladı']],
  ])('%s: %s', (language, text, halves) => {
    const found = halvesOf(text, grammarIn(language)).map(({ first, second }) => [first, second]);
    expect(found).toContainEqual(halves);
  });

  test('one question stays one', () => {
    expect(halvesOf('що сказали Росія і Україна про обмін', grammarIn('uk'))).toEqual([]);
  });
});

describe('fragments', () => {
  test.each([
    ['uk', 'а коли?'],
    ['ru', 'а кто?'],
    ['tr', 'peki ne zaman?'],
  ])('%s: “%s” tells nothing by itself', (language, text) => {
    expect(tellsNothing(text, grammarIn(language))).toBe(true);
    expect(mayBeFollowUp(text, grammarIn(language))).toBe(true);
  });

  test.each([
    ['uk', 'а Путін?'],
    ['ru', 'а Путин?'],
    ['tr', 'peki ya Putin?'],
  ])('%s: “%s” goes on', (language, text) => {
    expect(beginsAsFollowUp(text, grammarIn(language))).toBe(true);
  });

  test.each([
    ['uk', 'хто це сказав?'],
    ['ru', 'а кто это сказал'],
    ['tr', 'bunu kim söyledi?'],
  ])('%s: “%s” asks whose words they are', (language, text) => {
    expect(asksWhoSaid(text, grammarIn(language))).toBe(true);
  });

  test.each([
    ['uk', 'що сказав Мединський після переговорів'],
    ['tr', 'esirler ne zaman takas edilecek'],
  ])('%s: “%s” is whole', (language, text) => {
    expect(mayBeFollowUp(text, grammarIn(language))).toBe(false);
  });
});

test('a language without lists has no small words', () => {
  const grammar = grammarOf();
  expect(askedFor('wer war das', grammar)).toBeNull();
  expect(halvesOf('wer und wann', grammar)).toEqual([]);
  expect(tellsNothing('und', grammar)).toBe(false);
});
