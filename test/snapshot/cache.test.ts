import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCache } from '../../src/snapshot/cache.ts';
import { emptyFolder } from '../support/folder.ts';

function scene(folder = join(emptyFolder(), 'made', 'when missing')) {
  const failures: string[] = [];
  return { folder, failures, cache: createCache(folder, (reason) => void failures.push(reason)) };
}

test('gives what was written under the same name and of the same text, and nothing before', () => {
  const { cache, failures } = scene();
  const value = { map: new Map([['a', 1]]), numbers: Float32Array.of(1, 2) };
  expect(cache.read('thing', 'text')).toBeUndefined();
  cache.write('thing', 'text', value);
  expect(cache.read('thing', 'text')).toEqual(value);
  expect(cache.read('thing', 'another text')).toBeUndefined();
  expect(cache.read('other', 'text')).toBeUndefined();
  expect(failures).toEqual([]);
});

test('what is made of another text takes the place of what was there, and of nothing else', () => {
  const { cache, folder } = scene();
  cache.write('other', 'text', 1);
  cache.write('thing', 'text', 1);
  cache.write('thing', 'another text', 2);
  expect(cache.read('thing', 'text')).toBeUndefined();
  expect(cache.read('other', 'text')).toBe(1);
  expect(readdirSync(folder)).toHaveLength(2);
});

test('a spoilt file is told of, gives nothing, and is written over', () => {
  const { cache, folder, failures } = scene();
  cache.write('thing', 'text', 1);
  writeFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'no value');
  expect(cache.read('thing', 'text')).toBeUndefined();
  expect(failures).toEqual([expect.stringMatching(/thing-[0-9a-f]{32}\.bin cannot be read; rebuilding it/)]);
  cache.write('thing', 'text', 2);
  expect(cache.read('thing', 'text')).toBe(2);
});

test('a folder that cannot be made is told of and keeps nobody from going on', () => {
  const file = join(emptyFolder(), 'a file');
  writeFileSync(file, '');
  const { cache, failures } = scene(join(file, 'folder'));
  cache.write('thing', 'text', 1);
  expect(cache.read('thing', 'text')).toBeUndefined();
  expect(failures[0]).toMatch(/cannot be written/);
});

test('a folder that stands where the file would is no file', () => {
  const { cache, folder, failures } = scene();
  cache.write('thing', 'text', 1);
  const [name = ''] = readdirSync(folder);
  const { cache: second, folder: elsewhere, failures: told } = scene();
  mkdirSync(join(elsewhere, name), { recursive: true });
  expect(second.read('thing', 'text')).toBeUndefined();
  expect([failures, told]).toEqual([[], [expect.stringContaining('cannot be read')]]);
});

test('arrays of numbers have memory of their own, so that a small one does not keep a large one', () => {
  const { cache } = scene();
  cache.write('thing', 'text', { large: new Float32Array(10_000), small: Int8Array.of(1, 2) });
  const { small } = cache.read<{ readonly small: Int8Array }>('thing', 'text') ?? {};
  expect(small?.buffer.byteLength).toBe(2);
});

test('bytes are read in part, and stay what they are once others take their place', () => {
  const { cache, failures } = scene();
  expect(cache.openBytes('weights', 'text')).toBeUndefined();
  cache.writeBytes('weights', 'text', Int8Array.of(1, 2, 3, -4));
  const bytes = cache.openBytes('weights', 'text');
  cache.writeBytes('weights', 'another text', Int8Array.of(9));
  const into = new Int8Array(4);
  bytes?.copy(2, 2, into, 1);
  expect([bytes?.length, [...into]]).toEqual([4, [0, 3, -4, 0]]);
  expect(() => bytes?.copy(3, 2, into, 0)).toThrow(/has become shorter/);
  expect(failures).toEqual([]);
});
