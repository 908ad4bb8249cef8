import { parseArgs } from 'node:util';
import { fitRanker } from '../src/search/ranking/index.ts';
import { decisionOn } from './decision.ts';
import { readSet, readTraining, UsageError } from './sets.ts';

// `npm run bench:match`: fits on one labelled set, and prints for each line of another the best label and whether the
// engine would answer with it; if it would ask back, also the labels that it would offer.

const OFFERED = 3;

function main(args: string[]): void {
  let files: { train?: string | undefined; test?: string | undefined };
  try {
    files = parseArgs({ args, options: { train: { type: 'string' }, test: { type: 'string' } } }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (!files.train || !files.test) throw new UsageError('Name both sets: --train TRAIN.jsonl --test TEST.jsonl.');
  const training = readTraining(files.train);
  const questions = readSet(files.test);
  const ranker = fitRanker(training);
  const lines = questions.map(({ text }) => {
    const ranking = ranker.rank(text, OFFERED);
    const { ranked, confidence } = ranking;
    const { answered, asked } = decisionOn(ranking);
    const [first] = ranked;
    const offered = asked ? ranked.map(({ label }) => label) : [];
    return JSON.stringify({
      label: first?.label ?? null,
      score: first?.score ?? 0,
      confidence,
      answered,
      asked,
      offered,
    });
  });
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
