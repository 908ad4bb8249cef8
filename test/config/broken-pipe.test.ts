import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test.each([
  ['src/terminal/daily/main.ts', '--days', '14'],
  ['src/terminal/listing/main.ts'],
  ['src/knowledge/check/main.ts'],
])('%s ends in good order if nobody reads on, as `head` does not', async (script, ...args) => {
  const child = spawn(process.execPath, [script, ...args], { cwd: ROOT });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  expect([code, errors]).toEqual([0, '']);
});
