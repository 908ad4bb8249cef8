/** A command's options as they arrive from outside, parsed by their declaration. */

import { quoteUserText } from '../text/quote.ts';
import type { Option, Options, Values } from './command.ts';

export type Given = Readonly<Record<string, string | number | boolean>>;

/** What is wrong with an option, in a line for the person who asked. */
export class BadOption extends Error {}

function parseNumber(name: string, option: Option & { type: 'integer' }, given: unknown): number {
  const value = typeof given === 'string' && /^\d{1,15}$/.test(given.trim()) ? Number(given) : given;
  const { min, max = Number.MAX_SAFE_INTEGER } = option;
  if (!Number.isSafeInteger(value) || Number(value) < min || Number(value) > max) {
    const range = option.max === undefined ? `from ${min}` : `from ${min} to ${option.max}`;
    throw new BadOption(`\`${name}\` is a whole number ${range}.`);
  }
  return Number(value);
}

function parseText(name: string, option: Option & { type: 'text' }, given: string): string {
  if (given.length > option.maxLength) {
    throw new BadOption(
      `\`${name}\` has ${given.length} characters, and ${option.maxLength} is the most it can have. Please shorten it.`,
    );
  }
  if (!option.choices) return given;
  const choice = option.choices.find(({ name: label, value }) => value === given || label === given);
  if (!choice) {
    throw new BadOption(`\`${name}\` is one of: ${option.choices.map(({ name: label }) => label).join(', ')}.`);
  }
  return choice.value;
}

function parseBoolean(name: string, given: unknown): boolean {
  if (given === true || given === 'true') return true;
  if (given === false || given === 'false') return false;
  throw new BadOption(`\`${name}\` is true or false.`);
}

function parse(name: string, option: Option, given: string | number | boolean): string | number | boolean {
  if (option.type === 'integer') return parseNumber(name, option, given);
  if (option.type === 'boolean') return parseBoolean(name, given);
  if (option.type === 'channel') return String(given);
  return parseText(name, option, String(given));
}

/**
 * The values of a command's options. Numbers and flags may come as text, as buttons and terminals have them.
 * Throws `BadOption` at an unknown, missing, overlong or out-of-range one.
 */
export function parseValues<O extends Options>(options: O, given: Given): Values<O> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(options, name));
  if (unknown !== undefined) {
    throw new BadOption(`There is no option \`${quoteUserText(unknown)}\` here; \`/help\` lists what there is.`);
  }
  const parsed: Record<string, string | number | boolean> = {};
  for (const [name, option] of Object.entries(options)) {
    const value = given[name];
    if (value !== undefined) parsed[name] = parse(name, option, value);
    else if (option.required) throw new BadOption(`\`${name}\` is missing: ${option.description}`);
  }
  return parsed as Values<O>;
}
