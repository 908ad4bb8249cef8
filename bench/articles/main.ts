/** `npm run bench:articles`: what 1, 10 and 100 articles cost. `--only 10 --step 4` measures one number. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { printProblem } from '../../src/knowledge/problem.ts';
import { build } from '../../src/snapshot/build.ts';
import { type Cache, createCache } from '../../src/snapshot/cache.ts';
import { servedIn } from '../../src/snapshot/served.ts';
import { generate } from './generate.ts';
import { growthTable, type Measured, type Measurement, type Row } from './table.ts';
import { writeFiles } from './write.ts';

const ROOT = join(import.meta.dirname, '../..');
const PLACES = { knowledge: join(ROOT, 'knowledge'), cacheFolder: join(ROOT, 'data') };
/** Numbers of articles; only every `step`-th phrasing is used, because a hundred full fits would take an hour. */
const SIZES = [
  { articles: 1, step: 4 },
  { articles: 10, step: 4 },
  { articles: 1, step: 20 },
  { articles: 100, step: 20 },
];

const { only, step } = parseArgs({
  options: { only: { type: 'string' }, step: { type: 'string', default: '4' } },
}).values;
const sizes = only === undefined ? SIZES : [{ articles: Number(only), step: Number(step) }];

const fail = (reason: string): never => {
  throw new Error(reason);
};

async function measureApart(measurement: Measurement): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'measure.ts'), { execArgv: ['--expose-gc'], serialization: 'advanced' });
  child.send(measurement);
  const [measured] = await once(child, 'message');
  return measured as Measured;
}

/** Adds a phrasing to an entry of the last article. */
function edit(folder: string): void {
  const file = globSync('*/phrasings/*.yaml', { cwd: folder }).sort().at(-1);
  if (file === undefined) throw new Error(`there are no phrasings in ${folder}`);
  const path = join(folder, file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}  - what was that again\n`);
}

/** Builds a folder's knowledge; returns its hash, and how long that took. */
async function built(folder: string, cache: Cache) {
  const [cpu, time] = [process.cpuUsage(), performance.now()];
  const read = await build(folder, cache);
  if (!read.ok) throw new Error(read.problems.map(printProblem).join('\n'));
  const { user, system } = process.cpuUsage(cpu);
  return { hash: read.material.knowledge.hash, cpu: (user + system) / 1000, wall: performance.now() - time };
}

async function measureSize(knowledge: Knowledge, articles: number, step: number): Promise<Row> {
  const [folder, files] = [
    mkdtempSync(join(tmpdir(), 'parley-articles-')),
    mkdtempSync(join(tmpdir(), 'parley-files-')),
  ];
  try {
    const cache = createCache(folder, fail);
    const generated = generate(knowledge, articles, step);
    writeFiles(generated, files);
    const { hash } = await built(files, cache);
    const measured = await measureApart({ folder, knowledge, hash, articles });
    edit(files);
    const { cpu, wall } = await built(files, cache);
    const phrasings = [...generated.entries.values()].reduce((sum, entry) => sum + entry.phrasings.length, 0);
    return { ...measured, step, phrasings: phrasings / articles, edit: cpu, editWall: wall };
  } finally {
    for (const made of [folder, files]) rmSync(made, { recursive: true });
  }
}

const knowledge = { ...servedIn(PLACES, false, fail), translations: new Map() };
const rows: Row[] = [];
for (const { articles, step } of sizes) {
  process.stderr.write(`${articles} articles, each ${step}-th phrasing\n`);
  const row = await measureSize(knowledge, articles, step);
  process.stderr.write(`${growthTable([row]).split('\n').at(-1)}\n`);
  rows.push(row);
}
process.stdout.write(`${growthTable(rows)}\n`);
