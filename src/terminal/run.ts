import type { Readable, Writable } from 'node:stream';
import { commandsFor } from '../answer/articles.ts';
import type { Command, Context } from '../answer/command.ts';
import type { Dispatch } from '../answer/dispatch.ts';
import { printProblem } from '../knowledge/problem.ts';
import { BASE_LANGUAGE, messagesIn } from '../messages/messages.ts';
import type { Opened } from '../snapshot/open.ts';
import { languageNamed, parseArguments, UsageError } from './arguments.ts';
import { converse } from './conversation.ts';
import { drawReply } from './draw.ts';
import { answerLines, linesOf } from './json.ts';
import { styleFor } from './markdown.ts';
import { replyToLine } from './typed.ts';

const WIDEST = 100;

export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly errors: Writable;
}

export interface Program {
  readonly commands: readonly Command[];
  readonly open: () => Promise<Opened>;
  readonly onError: Dispatch['onError'];
  readonly now: () => Date;
}

/** Runs `ask` with its arguments and returns its exit code: 0, 1 for invalid knowledge, 2 for bad usage. */
export async function run(
  given: readonly string[],
  { input, output, errors }: Terminal,
  program: Program,
): Promise<number> {
  const mode = (() => {
    try {
      return parseArguments(given, input.isTTY === true);
    } catch (error) {
      if (error instanceof UsageError) return error;
      throw error;
    }
  })();
  const { say } = messagesIn(languageNamed(given) ?? BASE_LANGUAGE);
  if (mode instanceof UsageError) {
    errors.write(`${say(mode.why.key, mode.why.values)}\n${say('terminal.usage')}\n`);
    return 2;
  }
  if (mode.mode === 'help') {
    output.write(`${say('terminal.usage')}\n`);
    return 0;
  }
  const opened = await program.open();
  if (!opened.ok) {
    errors.write(opened.problems.map((problem) => `${printProblem(problem)}\n`).join(''));
    return 1;
  }
  const { language } = mode;
  const { spoken } = opened.snapshot.languages;
  if (language !== undefined && !spoken.includes(language)) {
    const known = spoken.join(', ');
    errors.write(`${opened.snapshot.messages.say('terminal.noLanguage', { language, known })}\n`);
    return 2;
  }
  const at = (): Dispatch => {
    const context: Context = { ...opened.snapshot, now: program.now() };
    return { commands: commandsFor(program.commands, context.knowledge), context, language, onError: program.onError };
  };
  // A terminal that does not know its width says 0.
  const width = output.isTTY ? Math.min(output.columns || WIDEST, WIDEST) : Number.POSITIVE_INFINITY;
  const drawn = async (line: string) => drawReply(await replyToLine(line, at()), styleFor(output), width, false);
  if (mode.mode === 'conversation') await converse(input, output, at);
  else if (mode.mode === 'json') await answerLines(linesOf(input), output, at());
  else if (mode.mode === 'question') output.write(`${await drawn(mode.question)}\n`);
  else {
    let isEmpty = true;
    for await (const line of linesOf(input)) {
      if (line.trim() === '') continue;
      isEmpty = false;
      output.write(`? ${line}\n${await drawn(line)}\n\n`);
    }
    if (isEmpty) {
      errors.write(`${say('terminal.noQuestion')}\n${say('terminal.usage')}\n`);
      return 2;
    }
  }
  return 0;
}
