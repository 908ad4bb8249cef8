/** The options of a command form: what is typed, which value it stands for, and what is wrong with it. */
import { type APIApplicationCommandOptionChoice, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { identity } from '../identity.ts';
import type { GivenOption, Value } from './interaction.ts';
import type { Declared } from './slash.ts';
import { say } from './words.ts';

type Choice = APIApplicationCommandOptionChoice<string | number>;

export interface Field {
  readonly option: Declared;
  readonly text: string;
  /** The choice that was picked, as long as its name is unchanged. */
  readonly picked?: { readonly name: string; readonly value: Value };
}

const FLAGS = [
  { name: say('page.options.true'), value: 'true' },
  { name: say('page.options.false'), value: 'false' },
];

/** Choices known without asking the bot; null if the bot is asked, or nothing is offered. */
export function fixedChoices(option: Declared): readonly Choice[] | null {
  if (option.type === Type.Boolean) return FLAGS;
  if (option.type === Type.Channel) return [{ name: `#${identity.channelName}`, value: identity.channel }];
  if (option.type === Type.Role) return [{ name: `@${identity.roleName}`, value: identity.role }];
  return 'choices' in option && option.choices ? option.choices : null;
}

/** Whether the bot offers choices while this is typed. */
export const asksBot = (option: Declared): boolean => 'autocomplete' in option && option.autocomplete === true;

function typedValue({ option, text, picked }: Field): Value {
  const given = picked?.name === text ? picked.value : text;
  if (option.type === Type.Boolean) return String(given).toLowerCase() === 'true';
  return option.type === Type.Integer ? Number(given) : given;
}

/** The fields with a value, as an interaction carries them; the one named by `focused` even if it is empty. */
export function givenOf(fields: readonly Field[], focused?: string): readonly GivenOption[] {
  return fields
    .filter(({ option, text }) => text.trim() !== '' || option.name === focused)
    .map((field) => {
      const { name, type } = field.option;
      if (name === focused) return { name, type, value: field.text, focused: true };
      return { name, type, value: typedValue(field) };
    });
}

/** What is wrong with a field before it is sent; some errors only the bot can find. */
export function wrongWith({ option, text, picked }: Field): string | null {
  if (text.trim() === '') return option.required ? say('page.options.required') : null;
  if (option.type === Type.Integer && !/^-?\d{1,15}$/.test(text.trim())) return say('page.options.noInteger');
  const choices = fixedChoices(option);
  if (choices && picked?.name !== text && !choices.some(({ name }) => name.toLowerCase() === text.toLowerCase())) {
    return say('page.options.noChoice');
  }
  return null;
}
