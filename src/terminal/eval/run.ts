import { readFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Dispatch } from '../../answer/dispatch.ts';
import { answerConversation, jsonOf } from '../json.ts';
import { BadLine, parseLabelled } from './labelled.ts';
import { printMiss, printTable } from './print.ts';
import { type Scored, score, table } from './score.ts';

const USAGE = `Usage: npm run eval -- FILE.jsonl [--json]
  Scores the answers to labelled questions, one in each line of the file, such as:
  {"question": "who led the talks", "expect": "answer", "paragraphs": [2]}
  {"question": "what did it cost", "expect": "not_stated"}
  {"question": "who won the match", "expect": "out_of_scope"}
  A draft is asked too with DRAFTS=on. docs/measurements.md says what else a line may hold.
`;

/** Answers each labelled question as `/ask` does, and scores it; `progress` is called for each, from 1. */
export async function evaluate(
  questions: ReturnType<typeof parseLabelled>,
  to: Dispatch,
  progress: (at: number) => void,
): Promise<readonly Scored[]> {
  const scored: Scored[] = [];
  for (const [at, labelled] of questions.entries()) {
    progress(at + 1);
    const { question } = labelled;
    const reply = await answerConversation(labelled.conversation ?? [question], to);
    scored.push(score(labelled, jsonOf(question, reply)));
  }
  return scored;
}

/** Runs `eval` with its arguments: prints the table, then the misses. Returns its exit code: 0, or 2 for bad usage. */
export async function run(
  given: readonly string[],
  out: Writable,
  errors: Writable & { readonly isTTY?: boolean },
  to: Dispatch,
): Promise<number> {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true });
    if (values.help) {
      out.write(USAGE);
      return 0;
    }
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new BadLine('Give one file of labelled questions.');
    const questions = parseLabelled(readFileSync(file, 'utf8'), file);
    // Only on a terminal: a line that is overwritten, and cleared before the table.
    const show = (text: string) => errors.isTTY && errors.write(`\r\u001b[K${text}`);
    const scored = await evaluate(questions, to, (at) => show(`${at}/${questions.length}`));
    show('');
    const rows = table(scored, ({ labelled }) => labelled.persona);
    const types = table(scored, ({ asksFor }) => asksFor);
    const misses = scored.filter(({ right }) => !right);
    const json = () =>
      JSON.stringify({
        rows,
        types,
        misses: misses.map(({ labelled, answer }) => ({
          ...labelled,
          must: labelled.must?.source,
          mustnot: labelled.mustnot?.source,
          answer,
        })),
      });
    out.write(
      values.json
        ? `${json()}\n`
        : `${[printTable('persona', rows), printTable('asks for', types), ...misses.map(printMiss)].join('\n\n')}\n`,
    );
    return 0;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (
      !(error instanceof BadLine) &&
      !code.startsWith('ERR_PARSE_ARGS') &&
      !['ENOENT', 'EISDIR', 'EACCES'].includes(code)
    )
      throw error;
    errors.write(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
}
