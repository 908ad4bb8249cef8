import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { progress } from '../progress.ts';
import { readSet, readTraining, SETS_FOLDER, setFiles, UsageError, WHERE_SETS_ARE } from '../sets.ts';
import { decisionTable } from './decision.ts';
import { heldOut, type Trial } from './open-set.ts';
import { partsTable } from './parts.ts';

// `npm run bench:ablation`: what each part of the ranker contributes, and how good its decision is.

const PARTS = 3;

function readTrial(folder: string, set: string): Trial {
  const { train, test } = setFiles(folder, set);
  if (!existsSync(train) || !existsSync(test))
    throw new UsageError(`Nothing to measure on, for want of ${train} and ${test}. ${WHERE_SETS_ARE}`);
  return { phrasings: readTraining(train), questions: readSet(test) };
}

function main(args: string[]): void {
  let folder: string;
  try {
    folder = parseArgs({ args, options: { sets: { type: 'string', default: SETS_FOLDER } } }).values.sets;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const large = readTrial(folder, 'banking77');
  const small = readTrial(folder, 'hint3-curekart');
  const others = small.questions.map(({ text }) => ({ text, label: null }));
  const parts = partsTable(large, small);
  progress('the decision');
  const decision = decisionTable({
    'banking77: a third of its labels, held out': heldOut(large, PARTS),
    'banking77: the questions of curekart': [{ ...large, questions: [...large.questions, ...others] }],
    'curekart: its own': [small],
  });
  progress('');
  process.stdout.write(`${parts}\n\n${decision}\n`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
