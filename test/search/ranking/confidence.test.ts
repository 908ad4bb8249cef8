import { expect, test } from 'vitest';
import { drawEntries, drawnForDecision } from '../../../src/search/ranking/confidence.ts';
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

test('a phrasing of an entry that is not drawn changes nothing for the decision', () => {
  const examples = Array.from({ length: 9000 }, (_, at) => ({ text: `way ${at}`, label: `entry ${at % 30}` }));
  const drawn = drawnForDecision(examples);
  const labels = new Set(drawn.map(({ label }) => label));
  const withOneOf = (label: string) => drawnForDecision([...examples, { text: 'one more', label }]);
  const other = examples.find(({ label }) => !labels.has(label))?.label ?? '';
  expect(drawn.length).toBeLessThan(examples.length);
  expect(withOneOf(other)).toEqual(drawn);
  expect(withOneOf([...labels][0] ?? '')).not.toEqual(drawn);
});
