import type { Choice } from './command.ts';
import type { Dispatch } from './dispatch.ts';
import { cut } from './text.ts';

/** Discord's: choices in a list, and the characters of a choice's name and value. */
const CHOICES = 25;
const CHOICE_LENGTH = 100;

export interface Typing {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
}

function usable({ name, value }: Choice): boolean {
  return name.trim().length > 0 && value.length > 0 && value.length <= CHOICE_LENGTH;
}

/**
 * What to offer for an option that is being typed: 25 choices at most, names of 1–100 characters, no value twice.
 * Never throws; nothing is offered where the command fails, and `onError` is told.
 */
export function complete(
  { command, option, typed }: Typing,
  { commands, context, onError }: Dispatch,
): readonly Choice[] {
  const declared = commands.find(({ name }) => name === command)?.options;
  const found = declared && Object.hasOwn(declared, option) ? declared[option] : undefined;
  if (found?.type !== 'text' || !found.suggest) return [];
  try {
    const choices = found.suggest(typed, context).filter(usable);
    return [...new Map(choices.map((choice) => [choice.value, choice])).values()]
      .slice(0, CHOICES)
      .map(({ name, value }) => ({ name: cut(name, CHOICE_LENGTH), value }));
  } catch (error) {
    onError('autocomplete', error);
    return [];
  }
}
