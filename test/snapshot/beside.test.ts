import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { readBeside } from '../../src/snapshot/beside.ts';

const ROOT = join(import.meta.dirname, '../..');
const cacheFolder = join(ROOT, 'data');

test('a thread gives the knowledge as it is read here', async () => {
  const folder = join(ROOT, 'knowledge');
  const here = loadKnowledge(folder);
  if (!here.ok) throw new Error('The knowledge is not in order.');
  expect(await readBeside({ knowledge: folder, cacheFolder })).toEqual({ ok: true, knowledge: here.knowledge });
});

test('a folder that is not there comes as a problem', async () => {
  const read = await readBeside({ knowledge: join(mkdtempSync(join(tmpdir(), 'beside-')), 'none'), cacheFolder });
  expect(read).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('no such folder') }] });
});

test('what cannot be read at all rejects', async () => {
  const file = join(ROOT, 'package.json');
  await expect(readBeside({ knowledge: file, cacheFolder })).rejects.toThrow('ENOTDIR');
});
