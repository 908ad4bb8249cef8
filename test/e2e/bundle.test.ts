import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { keptBundle } from '../../src/bundle/kept.ts';
import { makeBundle } from '../../src/bundle/make.ts';
import { copyOfProgram } from './copy.ts';

const MARK = 'this is the bundle';

/** What the program says that has nothing to serve. */
function said(root: string): string {
  const env = { PATH: process.env.PATH, HOST: '0.0.0.0' };
  const { stderr, status } = spawnSync(process.execPath, [join(root, 'src/main.ts')], { env, encoding: 'utf8' });
  expect(status).toBe(1);
  return stderr;
}

test('the bundle runs in place of the source, until the source differs', async () => {
  const root = await copyOfProgram();
  await makeBundle(root);
  appendFileSync(fileURLToPath(keptBundle(root) ?? ''), `process.stderr.write('${MARK}');`);
  const bundled = said(root);
  expect(bundled).toContain(MARK);
  expect(bundled).toContain('there is nothing to serve');
  appendFileSync(join(root, 'src/log.ts'), '\n');
  const source = said(root);
  expect(source).not.toContain(MARK);
  expect(source).toContain('there is nothing to serve');
});
