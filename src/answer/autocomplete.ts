import type { Choice } from './command.ts';
import type { Dispatch } from './dispatch.ts';

export interface Autocomplete {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
}

/**
 * What to offer for an option that is being typed, best first. Never throws; nothing is offered where the command
 * fails, and `onError` is told.
 */
export function complete(
  { command, option, typed }: Autocomplete,
  { commands, context, onError }: Dispatch,
): readonly Choice[] {
  const declared = commands.find(({ name }) => name === command)?.options;
  const found = declared && Object.hasOwn(declared, option) ? declared[option] : undefined;
  if (found?.type !== 'text' || !found.suggest) return [];
  try {
    return found.suggest(typed, context);
  } catch (error) {
    onError('autocomplete', error);
    return [];
  }
}
