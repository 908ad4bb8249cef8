/** What the lists of a language make of its questions. */
import { describe, expect, test } from 'vitest';
import { askedFor } from '../../src/search/asked-for.ts';
import {
  asksForMore,
  asksWhoSaid,
  beginsAsFollowUp,
  breaksOff,
  mayBeFollowUp,
  standsForBefore,
  tellsNothing,
} from '../../src/search/fragment.ts';
import { grammarOf } from '../../src/search/grammar/of-words.ts';
import { halvesOf, sharedHalvesOf } from '../../src/search/halves.ts';
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

  test.each([
    ['uk', 'що сказали Макрон і Папа Римський', 'що сказали макрон', 'що папа римський'],
    ['tr', 'NATO ve yaptırımlar konuşuldu mu', 'nato', 'yaptirimlar konusuldu mu'],
  ])('%s: “%s” may be of two matters', (language, text, first, second) => {
    expect(sharedHalvesOf(text, grammarIn(language))).toEqual([{ first, second }]);
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
    ['uk', 'звідки це відомо?'],
    ['ru', 'ты уверен?'],
    ['tr', 'kim diyor bunu?'],
  ])('%s: “%s” asks whose words they are', (language, text) => {
    expect(asksWhoSaid(text, grammarIn(language))).toBe(true);
  });

  test.each([
    ['uk', 'а ще щось?'],
    ['uk', 'розкажи докладніше'],
    ['ru', 'и всё?'],
    ['ru', 'поподробнее'],
    ['tr', 'başka var mı?'],
    ['tr', 'daha fazla anlat'],
  ])('%s: “%s” asks for more', (language, text) => {
    expect(asksForMore(text, grammarIn(language))).toBe(true);
  });

  test.each([
    ['uk', 'що ще вимагала Москва'],
    ['ru', 'что ещё сказал Мединский'],
    ['tr', 'başka kim katıldı'],
  ])('%s: “%s” says what of', (language, text) => {
    expect(asksForMore(text, grammarIn(language))).toBe(false);
  });

  test.each([
    ['uk', 'а Путін погодився?', true],
    ['uk', 'що вони відповіли', true],
    ['uk', 'погодився', false],
    ['ru', 'и Киев отказался?', true],
    ['ru', 'Путин согласился на перемирие', false],
    ['tr', 'Putin kabul etti mi?', true],
    ['tr', 'Putin ateşkesi kabul etti mi, ne zaman', false],
  ])('%s: whether “%s” breaks off', (language, text, does) => {
    expect(breaksOff(text, grammarIn(language))).toBe(does);
  });

  test.each([
    ['uk', 'хто це запропонував', true],
    ['uk', 'хто запропонував перемирʼя', false],
    ['ru', 'кто это предложил', true],
    ['tr', 'bunu kim önerdi', true],
  ])('%s: whether “%s” has a word for what was said', (language, text, has) => {
    expect(standsForBefore(text, grammarIn(language))).toBe(has);
  });

  test('a phrase that begins with a pronoun is none', () => {
    const { personal } = grammarIn('tr');
    expect([personal.test('o ne dedi'), personal.test('o zaman ne dedi')]).toEqual([true, false]);
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
