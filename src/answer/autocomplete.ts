import { commandsFor } from './articles.ts';
import type { Asker, Choice } from './command.ts';
import { allowed, type Dispatch } from './dispatch.ts';
import { spokenFor } from './language-of.ts';

export interface Autocomplete {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly asker: Asker;
}

/**
 * The longest possible choice, and so the most that is read of the typed text: some searches take longer on longer
 * text.
 */
const LONGEST_TYPED = 100;

/**
 * The choices for an option that is being typed, best first; none for somebody who may not use the command. It never
 * throws: if the command fails, it offers nothing and calls `onError`.
 */
export function complete(
  { command: name, option, typed, asker }: Autocomplete,
  { commands, context, onError }: Dispatch,
): readonly Choice[] {
  const command = commandsFor(commands, context.knowledge).find((one) => one.name === name);
  if (!command || !allowed(command, asker)) return [];
  const found = Object.hasOwn(command.options, option) ? command.options[option] : undefined;
  if (found?.type !== 'text' || !found.suggest) return [];
  try {
    const begun = typed.slice(0, LONGEST_TYPED);
    const expected = spokenFor(asker.locale, context);
    const language = found.isSpeech ? context.languages.of(begun, expected) : expected;
    return found.suggest(begun, { ...context, ...context.languages.in(language) });
  } catch (error) {
    onError('autocomplete', error);
    return [];
  }
}
