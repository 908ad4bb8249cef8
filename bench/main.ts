import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { engines } from './engines/index.ts';
import { ownTable } from './own.ts';
import { drawGrowth } from './picture.ts';
import { progress } from './progress.ts';
import { type Comparison, comparisonTable, type Growth, growthTable, type Outcome } from './report.ts';
import { run } from './run.ts';
import { readSet, SETS_FOLDER, setFiles, UsageError, WHERE_SETS_ARE } from './sets.ts';

// `npm run bench`: each engine on two public sets and on growing numbers of phrasings, one after another.

const ROOT = join(import.meta.dirname, '..');
const PICTURE = join(ROOT, 'docs', 'bench-growth.svg');
const SETS = ['banking77', 'hint3-curekart'];
const GROWN = 'banking77';
const THOROUGH = { sizes: [100, 1000, 10_000, 100_000], limit: 240_000, budget: 60_000, growthBudget: 15_000 };
const QUICK = { sizes: [100, 1000], limit: 60_000, budget: 5000, growthBudget: 2000 };

const USAGE = 'Usage: npm run bench -- [--quick] [--only ENGINE]… [--sets FOLDER] [--json FILE]';

function readOptions(args: string[]) {
  const options = {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    sets: { type: 'string', default: SETS_FOLDER },
    json: { type: 'string' },
  } as const;
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

/** Compares the engines on the sets and on growing numbers of phrasings; draws the chart only after a full run. */
async function compare({ quick, only, sets, json }: ReturnType<typeof readOptions>): Promise<void> {
  const { sizes, limit, budget, growthBudget } = quick ? QUICK : THOROUGH;
  const names = [...engines.keys()].filter((name) => !only || only.includes(name));
  if (names.length === 0)
    throw new UsageError(`--only takes ${[...engines.keys()].map((name) => `"${name}"`).join(', ')}.`);
  const total = names.length * (SETS.length + sizes.length);
  let done = 0;

  const outcomesOf = async (set: string, size: number | null, time: number): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const engine of names) {
      progress(
        `${++done}/${total} ${engine}: ${set}${size === null ? '' : `, ${size.toLocaleString('en')} phrasings`}`,
      );
      outcomes.push({ engine, measured: await run({ engine, ...setFiles(sets, set), size, budget: time }, limit) });
    }
    return outcomes;
  };

  const comparisons: Comparison[] = [];
  for (const set of SETS) {
    const questions = readSet(setFiles(sets, set).test).length;
    comparisons.push({ set, questions, outcomes: await outcomesOf(set, null, budget) });
  }
  const growth: Growth[] = [];
  for (const size of sizes) growth.push({ size, outcomes: await outcomesOf(GROWN, size, growthBudget) });
  progress('');

  for (const comparison of comparisons) process.stdout.write(`${comparisonTable(comparison, limit)}\n\n`);
  process.stdout.write(`${growthTable(growth, limit)}\n\n`);
  if (json) writeFileSync(json, `${JSON.stringify({ node: process.version, comparisons, growth }, null, 2)}\n`);
  if (quick || only) return;
  mkdirSync(dirname(PICTURE), { recursive: true });
  writeFileSync(PICTURE, drawGrowth(growth));
}

async function main(args: string[]): Promise<void> {
  const options = readOptions(args);
  const missing = SETS.flatMap((set) => Object.values(setFiles(options.sets, set))).filter((file) => !existsSync(file));
  if (missing.length === 0) await compare(options);
  else process.stderr.write(`The engines are not compared, for want of ${missing.join(', ')}. ${WHERE_SETS_ARE}\n\n`);
  process.stdout.write(`${await ownTable(options.quick)}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
