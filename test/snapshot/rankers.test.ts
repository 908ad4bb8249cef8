import { expect, test } from 'vitest';
import { fitModels } from '../../src/search/ranking/index.ts';
import { createCache } from '../../src/snapshot/cache.ts';
import { createRankers, type Stored } from '../../src/snapshot/rankers.ts';
import { emptyFolder } from '../support/folder.ts';

const fitted = fitModels([
  { text: 'how many trout', label: 'trout' },
  { text: 'how deep is it', label: 'depth' },
]);
const { inputs, outputs } = fitted.model.ensemble;
const withoutInner = { ...fitted, model: { ...fitted.model, ensemble: { inputs: new Int8Array(), outputs } } };

/** Rankers whose weights are in files, of which two may be held; what was read of them, and how many rows. */
function scene() {
  const cache = createCache(emptyFolder(), (reason) => {
    throw new Error(reason);
  });
  const read: string[] = [];
  const rows: string[] = [];
  const rankerIn = createRankers((name): Stored => {
    read.push(name);
    cache.writeBytes(name, '', inputs);
    const weights = cache.openBytes(name, '');
    if (!weights) throw new Error('no weights');
    const { length, copy } = weights;
    return {
      fitted: withoutInner,
      weights: {
        length,
        copy: (...given) => {
          rows.push(name);
          copy(...given);
        },
      },
    };
  }, 2 * inputs.length);
  return { read, rows, rankerIn };
}

test('a ranker is read when it is first used, and once', () => {
  const { read, rows, rankerIn } = scene();
  const ranker = rankerIn('a');
  expect(read).toEqual([]);
  expect(ranker.rank('how many trout').ranked[0]?.label).toBe('trout');
  expect(ranker.knows('deep')).toBe(true);
  expect(read).toEqual(['a']);
  expect(rows).toEqual(['a']);
});

test('beyond the bound, weights stay in their file, and give the same', () => {
  const { read, rows, rankerIn } = scene();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => rankerIn(name).rank('how many trout are there'));
  expect(rows.filter((name) => name !== 'c')).toEqual(['a', 'b']);
  expect(rows.filter((name) => name === 'c').length).toBeGreaterThan(1);
  expect(c).toEqual(a);
  expect(b).toEqual(a);
  expect(rankerIn('c').explain('how many trout')).toEqual(rankerIn('a').explain('how many trout'));
  expect(read).toEqual(['a', 'b', 'c']);
});

test('a ranker that no file holds is used as it is', () => {
  const rankerIn = createRankers(() => ({ fitted }), 0);
  expect(rankerIn('a').rank('how many trout').ranked[0]?.label).toBe('trout');
});
