import { checkKnowledge } from './check.ts';

const { problems, report } = checkKnowledge(
  'knowledge',
  process.env.ARTICLES_DIR || undefined,
  new Date().toISOString().slice(0, 10),
);
process.stdout.write(`${report}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
