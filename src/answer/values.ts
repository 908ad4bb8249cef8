/** A command's options as they arrive from outside, parsed by their declaration. */

import type { MessageKey, Messages, Values as MessageValues, Unsaid } from '../messages/messages.ts';
import { quoteUserText } from '../text/quote.ts';
import type { Option, Options, Values } from './command.ts';

export type Given = Readonly<Record<string, string | number | boolean>>;

/** Says what is wrong with an option, in one line for the person who asked. */
export class BadOption extends Error {
  readonly what: Unsaid;

  constructor(key: MessageKey, values: MessageValues) {
    super(key);
    this.what = { key, values };
  }
}

function parseNumber(name: string, option: Option & { type: 'integer' }, given: unknown): number {
  const value = typeof given === 'string' && /^\d{1,15}$/.test(given.trim()) ? Number(given) : given;
  const { min, max = Number.MAX_SAFE_INTEGER } = option;
  if (!Number.isSafeInteger(value) || Number(value) < min || Number(value) > max) {
    if (option.max === undefined) throw new BadOption('answer.values.noInteger', { option: name, min });
    throw new BadOption('answer.values.outOfRange', { option: name, min, max });
  }
  return Number(value);
}

function parseText(name: string, option: Option & { type: 'text' }, given: string, { say }: Messages): string {
  const { length } = given;
  if (length > option.maxLength) {
    throw new BadOption('answer.values.tooLong', { option: name, length, most: option.maxLength });
  }
  if (!option.choices) return given;
  const choices = option.choices.map(({ name: key, value }) => ({ label: say(key), value }));
  const choice = choices.find(({ label, value }) => value === given || label === given);
  if (!choice) {
    const labels = choices.map(({ label }) => label).join(say('list.separator'));
    throw new BadOption('answer.values.noChoice', { option: name, choices: labels });
  }
  return choice.value;
}

function parseBoolean(name: string, given: unknown): boolean {
  if (given === true || given === 'true') return true;
  if (given === false || given === 'false') return false;
  throw new BadOption('answer.values.noBoolean', { option: name });
}

function parse(name: string, option: Option, given: string | number | boolean, messages: Messages) {
  if (option.type === 'integer') return parseNumber(name, option, given);
  if (option.type === 'boolean') return parseBoolean(name, given);
  if (option.type === 'channel' || option.type === 'role') return String(given);
  return parseText(name, option, String(given), messages);
}

/**
 * The values of a command's options. Numbers and booleans may come as text, as buttons and terminals send them. Throws
 * `BadOption` if one is unknown, missing, too long or out of range.
 */
export function parseValues<O extends Options>(options: O, given: Given, messages: Messages): Values<O> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(options, name));
  if (unknown !== undefined) {
    throw new BadOption('answer.values.unknown', { option: quoteUserText(unknown) });
  }
  const parsed: Record<string, string | number | boolean> = {};
  for (const [name, option] of Object.entries(options)) {
    const value = given[name];
    if (value !== undefined) parsed[name] = parse(name, option, value, messages);
    else if (option.required) {
      throw new BadOption('answer.values.missing', { option: name, description: { key: option.description } });
    }
  }
  return parsed as Values<O>;
}
