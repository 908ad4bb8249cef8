import { appendFileSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { keepKnowledge, keptKnowledge } from '../../src/snapshot/knowledge-cache.ts';
import { writeKnowledge } from '../knowledge/fixture.ts';

/** A knowledge folder that was read, and what is kept of it. */
function stage() {
  const folder = writeKnowledge();
  const cacheFolder = join(mkdtempSync(join(tmpdir(), 'kept-')), 'made', 'when missing');
  const misses: string[] = [];
  const cache = { folder: cacheFolder, onMiss: (reason: string) => void misses.push(reason) };
  const load = () => {
    const loaded = loadKnowledge(folder);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    return loaded.knowledge;
  };
  return { folder, cacheFolder, cache, misses, load, kept: () => keptKnowledge(folder, cache) };
}

test('is what was read', () => {
  const { cache, load, kept, misses } = stage();
  expect(kept()).toBeUndefined();
  keepKnowledge(load(), cache);
  expect(kept()).toEqual(load());
  expect(misses).toEqual([expect.stringMatching(/knowledge-[0-9a-f]{32}\.bin is not to be read/)]);
});

test('is not what stood in the files before, and goes once they are read anew', () => {
  const { folder, cacheFolder, cache, load, kept } = stage();
  keepKnowledge(load(), cache);
  appendFileSync(join(folder, 'words.yaml'), '# a comment\n');
  expect(kept()).toBeUndefined();
  keepKnowledge(load(), cache);
  expect(kept()).toEqual(load());
  expect(readdirSync(cacheFolder)).toHaveLength(1);
});

test('is nothing where its file is spoilt, or the folder is gone', () => {
  const { cacheFolder, cache, load, kept, misses } = stage();
  keepKnowledge(load(), cache);
  const [file = ''] = readdirSync(cacheFolder);
  writeFileSync(join(cacheFolder, file), 'not what was kept');
  expect(kept()).toBeUndefined();
  expect(misses).toHaveLength(1);
  keepKnowledge(load(), cache);
  expect(kept()).toEqual(load());
  expect(keptKnowledge(join(cacheFolder, 'none'), cache)).toBeUndefined();
});

test('what cannot be kept keeps nobody from asking', () => {
  const { cache, misses, load } = stage();
  const file = join(mkdtempSync(join(tmpdir(), 'kept-')), 'a file');
  writeFileSync(file, '');
  keepKnowledge(load(), { ...cache, folder: join(file, 'folder') });
  expect(misses).toEqual([expect.stringMatching(/could not be kept/)]);
});
