import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

// `npm run kernel` compiles kernel.as.ts to kernel.wasm, which is committed. With `--check` it writes nothing, and fails
// if the committed module is not, byte for byte, what the source compiles to.

// Fetched when needed, not a dependency: it takes 102 MB, and only people who edit the source need it.
const COMPILER = 'assemblyscript@0.28.20';
const FLAGS = ['-O3', '--converge', '--noAssert', '--enable', 'simd', '--runtime', 'stub', '--importMemory'];

const folder = import.meta.dirname;
const MODULE = join(folder, 'kernel.wasm');

function compile(): Buffer {
  const out = mkdtempSync(join(tmpdir(), 'kernel-'));
  try {
    const built = join(out, 'kernel.wasm');
    const command = ['--yes', `--package=${COMPILER}`, '--', 'asc', 'kernel.as.ts', ...FLAGS, '--outFile', built];
    execFileSync('npx', command, { cwd: folder, stdio: 'inherit' });
    return readFileSync(built);
  } finally {
    rmSync(out, { recursive: true });
  }
}

const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
const compiled = compile();
if (!check) writeFileSync(MODULE, compiled);
else if (!compiled.equals(readFileSync(MODULE))) {
  process.stderr.write('kernel.wasm is not what kernel.as.ts compiles to: run `npm run kernel`, and commit it.\n');
  process.exitCode = 1;
}
