import { parseArgs } from 'node:util';

export type Mode =
  | { readonly mode: 'question'; readonly question: string; readonly language?: string }
  | { readonly mode: 'conversation'; readonly language?: string }
  | { readonly mode: 'json'; readonly language?: string }
  | { readonly mode: 'help' };

export const USAGE = `Usage:
  npm run ask -- "QUESTION"     answer one question, or a command such as "/fact prisoners"
  npm run ask                   talk, on a terminal
  npm run ask -- --json         answer each line of standard input with a line of JSON

  --language uk                 answer in a language; otherwise in that of the question
`;

/** Invalid arguments; the message says why. */
export class UsageError extends Error {}

/** What the arguments ask for. Throws `UsageError`. */
export function parseArguments(given: readonly string[], inputIsTerminal: boolean): Mode {
  const options = {
    json: { type: 'boolean' },
    language: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  let parsed: { values: { json?: boolean; language?: string; help?: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...given], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('. ', 1).join('') : String(error));
  }
  const { values, positionals } = parsed;
  const [question] = positionals;
  if (values.help) return { mode: 'help' };
  if (positionals.length > 1) throw new UsageError('The question is one argument: put it in quotes.');
  if (values.json && question !== undefined) throw new UsageError('With --json, questions come from standard input.');
  const spoken = values.language === undefined ? {} : { language: values.language };
  if (values.json) return { mode: 'json', ...spoken };
  if (question !== undefined) return { mode: 'question', question, ...spoken };
  if (!inputIsTerminal) throw new UsageError('There is no question, and no terminal to talk on.');
  return { mode: 'conversation', ...spoken };
}
