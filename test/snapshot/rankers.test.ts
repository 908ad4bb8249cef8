import { expect, test } from 'vitest';
import { fitModels } from '../../src/search/ranking/index.ts';
import { createRankers, mostBytesFor } from '../../src/snapshot/rankers.ts';
import { transferable } from '../../src/snapshot/transferable.ts';

const fitted = fitModels([
  { text: 'how many trout', label: 'trout' },
  { text: 'how deep is it', label: 'depth' },
]);
const bytes = [...transferable(fitted)].reduce((sum, { byteLength }) => sum + byteLength, 0);

/** Rankers of which two fit, and what was read of them. */
function scene() {
  const read: string[] = [];
  const rankerIn = createRankers((name) => {
    read.push(name);
    return fitted;
  }, 2 * bytes);
  return { read, rankerIn };
}

test('a ranker is read when it is first used, and once', () => {
  const { read, rankerIn } = scene();
  const ranker = rankerIn('a');
  expect(read).toEqual([]);
  expect(ranker.rank('how many trout').ranked[0]?.label).toBe('trout');
  expect(ranker.knows('deep')).toBe(true);
  expect(read).toEqual(['a']);
});

test('beyond the bound the least used goes, and is read again when it is used', () => {
  const { read, rankerIn } = scene();
  const [a, b, c] = ['a', 'b', 'c'].map(rankerIn);
  for (const ranker of [a, b, a, c]) ranker?.rank('trout');
  expect(read).toEqual(['a', 'b', 'c']);
  a?.rank('trout');
  expect(read).toEqual(['a', 'b', 'c']);
  b?.rank('trout');
  expect(read).toEqual(['a', 'b', 'c', 'b']);
});

test('the bound grows with the articles, from many on', () => {
  expect(mostBytesFor(64)).toBe(mostBytesFor(1));
  expect(mostBytesFor(128)).toBe(2 * mostBytesFor(1));
});
