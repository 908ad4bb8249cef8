import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptBundle } from '../../src/bundle/kept.ts';
import { makeBundle } from '../../src/bundle/make.ts';

const SOURCE = `import { join } from 'node:path';
import { name } from '../commands/one.ts';
export const place = join(import.meta.dirname, name);
export const beside = new URL('./other.ts', import.meta.url).href;
`;

/** A program of a few lines. */
function program(): string {
  const root = mkdtempSync(join(tmpdir(), 'bundle-'));
  for (const folder of ['src', 'commands', 'node_modules']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'src/start.ts'), SOURCE);
  writeFileSync(join(root, 'commands/one.ts'), "export const name = 'one';\n");
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(root, 'node_modules/.package-lock.json'), '{}\n');
  return root;
}

test('a bundled module finds files where its source would', async () => {
  const root = program();
  expect(keptBundle(root)).toBeUndefined();
  await makeBundle(root);
  const bundled = await import(keptBundle(root) ?? '');
  expect(bundled).toEqual(await import(join(root, 'src/start.ts')));
  expect(bundled.place).toBe(join(root, 'src/one'));
});

test.each([['src/start.ts'], ['commands/one.ts'], ['package.json'], ['node_modules/.package-lock.json']])(
  'a bundle is none once %s differs, and its place is taken by the next',
  async (file) => {
    const root = program();
    await makeBundle(root);
    appendFileSync(join(root, file), '\n');
    expect(keptBundle(root)).toBeUndefined();
    await makeBundle(root);
    expect(keptBundle(root)).toBeDefined();
    expect(readdirSync(join(root, 'dist'))).toHaveLength(1);
  },
);

test('source that does not bundle is told by its place, and leaves nothing to start', async () => {
  const root = program();
  appendFileSync(join(root, 'src/start.ts'), 'const = 1;\n');
  await expect(makeBundle(root)).rejects.toThrow(/src\/start\.ts:5:6/);
  expect(keptBundle(root)).toBeUndefined();
});
