import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fittedRanker } from '../../src/snapshot/fitted.ts';
import { small } from '../support/knowledge.ts';

const QUESTION = 'how many fish';

function fitIn(folder: string, knowledge = small) {
  const misses: string[] = [];
  const ranker = fittedRanker(knowledge, { folder, onMiss: (reason) => void misses.push(reason) });
  return { ranking: ranker.rank(QUESTION), misses };
}

test('is fitted once and read from then on, alike to the bit', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'fitted-')), 'made', 'when missing');
  const first = fitIn(folder);
  expect(first.misses).toHaveLength(1);
  expect(fitIn(folder)).toEqual({ ranking: first.ranking, misses: [] });
});

test('other knowledge is fitted anew, and takes the place of what was kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fitted-'));
  fitIn(folder);
  const synonyms = new Map([...small.synonyms, ['perch', 'fish']]);
  expect(fitIn(folder, { ...small, synonyms }).misses).toHaveLength(1);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('knowledge that only says something else in its answers is not fitted anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fitted-'));
  fitIn(folder);
  expect(fitIn(folder, { ...small, hash: 'other' }).misses).toEqual([]);
});

test('a spoilt file is fitted over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fitted-'));
  const { ranking } = fitIn(folder);
  const [file = ''] = readdirSync(folder);
  writeFileSync(join(folder, file), 'not a ranker');
  expect(fitIn(folder).ranking).toEqual(ranking);
  expect(fitIn(folder).misses).toEqual([]);
});

test('a folder that cannot be made keeps nobody from asking', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'fitted-')), 'a file');
  writeFileSync(file, '');
  const { ranking, misses } = fitIn(join(file, 'folder'));
  expect(ranking.ranked.length).toBeGreaterThan(0);
  expect(misses).toHaveLength(2);
});
