/** Autocomplete choices, as Discord accepts them. */
import type { Choice } from '../answer/command.ts';
import { cut } from '../text/quote.ts';
import { limits } from './limits.ts';

const { choices: most, name: nameLength, value: valueLength } = limits.autocomplete;

/** The first choices that fit, no value twice. A value must come back unchanged, so only names are cut. */
export function fittingChoices(choices: readonly Choice[]): Choice[] {
  const usable = choices.filter(({ name, value }) => name.trim() !== '' && value !== '' && value.length <= valueLength);
  return [...new Map(usable.map((choice) => [choice.value, choice])).values()]
    .slice(0, most)
    .map(({ name, value }) => ({ name: cut(name, nameLength), value }));
}
