/** `npm run bench:articles`: what 1, 10 and 100 articles cost. `--only 10 --step 4` measures one number. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { buildFrom } from '../../src/snapshot/build.ts';
import { createCache } from '../../src/snapshot/cache.ts';
import { servedIn } from '../../src/snapshot/served.ts';
import { generate } from './generate.ts';
import { growthTable, type Measured, type Measurement, type Row } from './table.ts';

const ROOT = join(import.meta.dirname, '../..');
const PLACES = { knowledge: join(ROOT, 'knowledge'), cacheFolder: join(ROOT, 'data') };
/** Articles, and which part of the phrasings is taken: a hundred fits of all would take an hour. */
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

/** The same knowledge with one more way to ask an entry of its newest article. */
function edited(knowledge: Knowledge): Knowledge {
  const newest = knowledge.articles.at(-1)?.id;
  const entry = [...knowledge.entries.values()].find(({ article }) => article === newest);
  if (!entry) throw new Error('the newest article has no entry');
  const changed = { ...entry, phrasings: [...entry.phrasings, 'what was that again'] };
  return {
    ...knowledge,
    entries: new Map([...knowledge.entries, [entry.id, changed]]),
    hash: `${knowledge.hash} edited`,
  };
}

async function measureSize(knowledge: Knowledge, articles: number, step: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-articles-'));
  try {
    const cache = createCache(folder, fail);
    const generated = generate(knowledge, articles, step);
    await buildFrom({ knowledge: generated, leftOut: [] }, cache);
    const measured = await measureApart({ folder, knowledge, hash: generated.hash, articles });
    const before = process.cpuUsage();
    await buildFrom({ knowledge: edited(generated), leftOut: [] }, cache);
    const { user, system } = process.cpuUsage(before);
    const phrasings = [...generated.entries.values()].reduce((sum, entry) => sum + entry.phrasings.length, 0);
    return { ...measured, step, phrasings: phrasings / articles, edit: (user + system) / 1000 };
  } finally {
    rmSync(folder, { recursive: true });
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
