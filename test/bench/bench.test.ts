import { describe, expect, it } from 'vitest';
import { grow } from '../../bench/grow.ts';
import type { Measured } from '../../bench/measure.ts';
import { drawGrowth } from '../../bench/picture.ts';
import { comparisonTable, growthTable } from '../../bench/report.ts';

describe('grow', () => {
  const set = ['where is my card', 'block the card now', 'what is the rate today', 'when does it open'].map(
    (text, at) => ({
      text,
      label: String(at),
    }),
  );

  it('takes phrasings evenly from a longer set', () => {
    expect(grow(set, 2).map(({ label }) => label)).toEqual(['0', '2']);
    expect(grow(set, 4)).toEqual(set);
  });

  it('fills up with variations that keep their labels, alike each time', () => {
    const grown = grow(set, 400);
    expect(grown).toHaveLength(400);
    expect(grown.slice(0, 4)).toEqual(set);
    expect(grown.every(({ label }, at) => label === String(at % 4))).toBe(true);
    expect(new Set(grown.map(({ text }) => text)).size).toBeGreaterThan(100);
    expect(grow(set, 400)).toEqual(grown);
  });
});

const measured = (build: number, p50: number): Measured => ({
  build,
  memory: 5 * 2 ** 20,
  time: { p50, p99: 4 * p50 },
  asked: 200,
  accuracy: 0.9,
  decided: 0.8,
});
const outcomes = [
  { engine: 'Ours', measured: measured(1000, 0.05) },
  { engine: 'Slow & <sure>', measured: measured(20, 50) },
  { engine: 'Never done', measured: null },
];

describe('the tables', () => {
  it('put each time beside how often ours goes into it', () => {
    const lines = comparisonTable({ set: 'a set', questions: 200, outcomes }, 60_000).split('\n');
    expect(lines[2]).toMatch(
      /Ours .* 90\.0 % .* 80\.0 % .* 0\.05 ms \(×1\.0\) .* 0\.20 ms .* 1\.0 s \(×1\.0\) .* 5\.0 MB/,
    );
    expect(lines[3]).toMatch(/50 ms \(×1,000\) .* 20 ms \(×0\.02\)/);
  });

  it('say openly what did not come to an end', () => {
    const table = comparisonTable({ set: 'a set', questions: 200, outcomes }, 60_000);
    expect(table).toMatch(/Never done .* over 60 s/);
    expect(growthTable([{ size: 100, outcomes }], 60_000)).toMatch(/Never done: build +\| +over 60 s/);
  });
});

describe('the picture', () => {
  const growth = [100, 1000].map((size) => ({ size, outcomes }));

  it('draws a line in each panel for each engine that was measured', () => {
    expect(drawGrowth(growth).match(/<path class="line s0 ours" d="M[\d. L]+"/g)).toHaveLength(2);
    expect(drawGrowth(growth).match(/<path class="line s1" d="M[\d. L]+"/g)).toHaveLength(2);
    expect(drawGrowth(growth)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('writes names that are safe in XML', () => {
    expect(drawGrowth(growth)).toContain('Slow &amp; &lt;sure>');
  });
});
