import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decisionTable } from '../../bench/ablation/decision.ts';
import { areaUnderRoc, heldOut } from '../../bench/ablation/open-set.ts';
import { withTypo } from '../../bench/ablation/typo.ts';
import { fitVariant, type Variant } from '../../bench/ablation/variant.ts';
import { fitRanker } from '../../src/search/ranking/index.ts';
import { seededRandom } from '../../src/search/ranking/random.ts';
import { library } from '../search/ranking/examples.ts';

const labels = [...new Set(library.map(({ label }) => label))];

describe('a variant', () => {
  const firstOf = (variant: Variant) => {
    const predict = fitVariant(library, variant);
    return (text: string) => {
      const probabilities = predict(text);
      return labels[probabilities.indexOf(Math.max(...probabilities))];
    };
  };

  it('with nothing left out is the engine', () => {
    const predict = fitVariant(library, {});
    const ranker = fitRanker(library);
    for (const text of ['lost card', 'how do I renw a book', 'librarycards for rooks', '']) {
      const ranked = new Map(ranker.rank(text).ranked.map(({ label, score }) => [label, score]));
      const probabilities = [...predict(text)];
      expect(labels.map((label) => ranked.get(label))).toEqual(probabilities);
    }
  });

  it('without spelling correction and n-grams reads no misspelt word', () => {
    expect(firstOf({})('overdeu')).toBe('late-fee');
    const without = fitVariant(library, { without: ['spelling', 'ngrams'] });
    expect([...without('overdeu')]).toEqual([...without('zzzz')]);
  });

  it('without bigrams sees no order of words', () => {
    const difference = (variant: Variant) => {
      const predict = fitVariant(library, variant);
      const one = [...predict('book a room')];
      const other = predict('room a book');
      return Math.max(...one.map((probability, label) => Math.abs(probability - (other[label] ?? 0))));
    };
    expect(difference({ without: ['bigrams'] })).toBeLessThan(1e-6);
    expect(difference({})).toBeGreaterThan(0.01);
  });

  it.each([[['hidden']], [['averaging']], [['smoothing']], [['dropout']]] as const)(
    'without %j still knows its phrasings',
    (without) => {
      const first = firstOf({ without });
      const right = library.filter(({ text, label }) => first(text) === label);
      expect(right.length).toBeGreaterThan(0.9 * library.length);
    },
  );

  it('without label smoothing is surer of a phrasing', () => {
    const doubt = (variant: Variant) => 1 - Math.max(...fitVariant(library, variant)('how many books may I borrow'));
    expect(doubt({ without: ['smoothing'] })).toBeLessThan(doubt({}) / 2);
  });
});

test('a typo is one slip in one longer word', () => {
  const random = seededRandom(1);
  for (const { text } of library) {
    const [before, after] = [text.split(' '), withTypo(text, random).split(' ')];
    const changed = before.filter((word, at) => word !== after[at]);
    expect(after).toHaveLength(before.length);
    expect(changed.length).toBeLessThanOrEqual(1);
    for (const word of changed) expect(word.length).toBeGreaterThanOrEqual(4);
  }
  expect(withTypo('how do I', random)).toBe('how do I');
});

test('each label is held out once, with its phrasings, and its questions stay as unanswerable', () => {
  const trials = heldOut({ phrasings: library, questions: library }, 3);
  const outOf = trials.map(({ phrasings, questions }) => {
    const known = new Set(phrasings.map(({ label }) => label));
    questions.forEach(({ text, label }, at) => {
      const asked = library[at];
      expect(text).toBe(asked?.text);
      expect(label).toBe(known.has(asked?.label ?? '') ? asked?.label : null);
    });
    return labels.filter((label) => !known.has(label));
  });
  expect(outOf.flat().toSorted()).toEqual(labels.toSorted());
  expect(outOf.every((out) => out.length >= 2)).toBe(true);
});

test('the area under the ROC curve is the share of pairs that stand in the right order', () => {
  const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, values, (higher, lower) => {
      const pairs = higher.flatMap((one) => lower.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)));
      const share = pairs.reduce<number>((sum, pair) => sum + pair, 0) / pairs.length;
      expect(areaUnderRoc(higher, lower)).toBeCloseTo(share, 9);
    }),
  );
});

test('the table of the decision counts answers, offers and false answers', () => {
  const questions = [
    { text: 'how many books may I borrow', label: 'borrow-limit' },
    { text: 'how do I renew a book', label: 'lost-card' },
    { text: 'zzz', label: null },
    { text: 'my library card was stolen', label: null },
  ];
  const row = decisionTable({ library: [{ phrasings: library, questions }] }).split('\n')[2];
  // Right and wrong are as sure of themselves; one of the two unanswerable ones gets an answer.
  expect(row).toMatch(/^\| library .*\| +\d+\.\d % \| +50\.0 % \| +50\.0 % \| +50\.0 % \| +0\.0 % \|$/);
});

test('the engines are not compared without the public sets, and the rest is measured', () => {
  const main = join(import.meta.dirname, '../../bench/main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--quick', '--sets', '/nowhere'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('/nowhere/banking77.train.jsonl') });
  expect(stdout).toMatch(/^\| the knowledge of this repository/);
});

test('without the public sets the ablation says what it wants', () => {
  const main = join(import.meta.dirname, '../../bench/ablation/main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--sets', '/nowhere'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^Nothing to measure on.*\/nowhere\/banking77\.train\.jsonl/);
});
