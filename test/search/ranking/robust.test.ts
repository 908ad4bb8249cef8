import { serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fitModels, fitRanker, rankerOf } from '../../../src/search/ranking/index.ts';
import { library } from './examples.ts';

const ranker = fitRanker(library);
const labels = new Set(library.map(({ label }) => label));

describe('whatever the text', () => {
  const holds = (text: string) => {
    const { ranked, confidence } = ranker.rank(text);
    const sum = ranked.reduce((total, { score }) => total + score, 0);
    expect(ranked.every(({ label }) => labels.has(label))).toBe(true);
    expect(ranked.every(({ score }, at) => at === 0 || score <= (ranked[at - 1]?.score ?? 0))).toBe(true);
    expect(sum).toBeGreaterThan(0.999);
    expect(sum).toBeLessThan(1.001);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  };

  it('scores sum to one, sorted, and the confidence is a chance', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), holds));
  });

  it('the same for texts made of known words', () => {
    const known = [...new Set(library.flatMap(({ text }) => text.split(' ')))];
    fc.assert(fc.property(fc.array(fc.constantFrom(...known), { maxLength: 300 }), (some) => holds(some.join(' '))));
  });

  it.each([
    ['6,000 characters of sense', 'how many books may I borrow '.repeat(215)],
    ['6,000 characters without a blank', 'x'.repeat(6000)],
    ['6,000 blanks', ' '.repeat(6000)],
    ['emoji', '📚🙋🏽‍♀️❓🇺🇦'],
    ['control characters', '\u0000\u0007\u001b[31m\u202e\ud800'],
    ['Cyrillic', 'когда открыта библиотека'],
    ['Chinese', '图书馆什么时候开门'],
    ['Arabic', 'متى تفتح المكتبة'],
    ['a piled-up accent', `e${'\u0301'.repeat(500)}`],
  ])('%s', (_kind, text) => holds(text));

  it('reads the beginning of what is too long', () => {
    const asked = 'how many books may I borrow '.repeat(215);
    expect(ranker.rank(asked).ranked[0]?.label).toBe('borrow-limit');
  });

  it('reads other scripts where phrasings hold them', () => {
    const mixed = fitRanker([...library, { text: 'когда открыта библиотека', label: 'opening-hours' }]);
    expect(mixed.rank('Когда открыта?').ranked[0]?.label).toBe('opening-hours');
  });
});

test('the same examples give the same bytes, however often the code ran before', () => {
  const synonyms = new Map([['pass', 'card']]);
  const first = serialize(fitModels(library, { synonyms }));
  // Enough for V8 to have compiled all of it anew, which once changed the kind of an array, and so its serialised form.
  for (let fit = 0; fit < 30; fit++) expect(serialize(fitModels([...library], { synonyms })).equals(first)).toBe(true);
});

test('other examples give other bytes', () => {
  expect(serialize(fitModels(library)).equals(serialize(fitModels(library.slice(1))))).toBe(false);
});

test('what was fitted is plain data: cloned, it ranks alike', () => {
  const fitted = fitModels(library);
  const again = rankerOf(structuredClone(fitted));
  const before = rankerOf(fitted);
  for (const { text } of library) expect(again.rank(text)).toEqual(before.rank(text));
});
