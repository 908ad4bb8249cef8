import { expect, test } from 'vitest';
import { drawEntries } from '../../../src/search/ranking/confidence.ts';
import { seededRandom } from '../../../src/search/ranking/random.ts';
import { library } from './examples.ts';

const LABELS = new Set(library.map(({ label }) => label)).size;
const ofLabel = (label: string | undefined) => library.filter((example) => example.label === label);

test('entries are drawn with all their phrasings, as many as it takes', () => {
  const drawn = drawEntries(library, 13, seededRandom(1));
  // Six phrasings an entry: two entries are not enough.
  expect(drawn).toHaveLength(3);
  for (const entry of drawn) expect(entry).toEqual(ofLabel(entry[0]?.label));
});

test('of few entries all are drawn, each once', () => {
  const drawn = drawEntries(library, 1000, seededRandom(1));
  expect(new Set(drawn.map(([first]) => first?.label)).size).toBe(LABELS);
  expect(drawn.flat()).toHaveLength(library.length);
});

test('other seeds draw other entries', () => {
  const labels = (seed: number) => drawEntries(library, 1, seededRandom(seed))[0]?.[0]?.label;
  expect(new Set(Array.from({ length: 20 }, (_, seed) => labels(seed))).size).toBeGreaterThan(2);
});
