import { parseArgs } from 'node:util';
import type { MessageKey, Unsaid, Values } from '../messages/messages.ts';

export type Mode =
  | { readonly mode: 'question'; readonly question: string; readonly language?: string }
  | { readonly mode: 'conversation'; readonly language?: string }
  | { readonly mode: 'lines'; readonly language?: string }
  | { readonly mode: 'json'; readonly language?: string }
  | { readonly mode: 'help' };

/** Invalid arguments; `why` says what is wrong with them. */
export class UsageError extends Error {
  readonly why: Unsaid;

  constructor(key: MessageKey, values: Values = {}) {
    super(key);
    this.why = { key, values };
  }
}

const OPTIONS = {
  json: { type: 'boolean' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The language named by arguments, whether the rest of them is valid or not. */
export function languageNamed(given: readonly string[]): string | undefined {
  const { language } = parseArgs({ args: [...given], options: OPTIONS, strict: false }).values;
  return typeof language === 'string' ? language : undefined;
}

/** Parses arguments as Node does. Throws `UsageError`. */
function parsed(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options: OPTIONS, allowPositionals: true });
  } catch {
    const options = given.filter((argument) => argument.startsWith('-')).join(' ');
    throw new UsageError('terminal.notUnderstood', { given: options });
  }
}

/** What the arguments ask for. Throws `UsageError`. */
export function parseArguments(given: readonly string[], inputIsTerminal: boolean): Mode {
  const { values, positionals } = parsed(given);
  const [question] = positionals;
  if (values.help) return { mode: 'help' };
  if (positionals.length > 1) throw new UsageError('terminal.oneQuestion');
  if (values.json && question !== undefined) throw new UsageError('terminal.jsonReads');
  const spoken = values.language === undefined ? {} : { language: values.language };
  if (values.json) return { mode: 'json', ...spoken };
  if (question !== undefined) return { mode: 'question', question, ...spoken };
  return { mode: inputIsTerminal ? 'conversation' : 'lines', ...spoken };
}
