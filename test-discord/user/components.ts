import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { asList, asObject, type Json } from '../json.ts';
import { flatten } from '../limits/layout.ts';
import { inputsOf } from '../limits/modal.ts';
import { textLength } from '../limits/text.ts';

/** The component on a message with a custom id; throws if it does not exist or cannot be used. */
export function usableComponent(message: APIMessage, customId: string): Json {
  const all = asList(message.components).flatMap(flatten);
  const found = all.find(({ custom_id }) => custom_id === customId);
  if (!found) {
    const ids = all.flatMap(({ custom_id }) => custom_id ?? []);
    throw new Error(`The message has no component "${customId}": it has ${ids.join(', ') || 'none'}.`);
  }
  if (found.disabled) throw new Error(`The component "${customId}" is disabled.`);
  return found;
}

/** Throws if these values cannot be picked in a menu. */
export function requirePickable(menu: Json, values: string[]): void {
  const options = asList(menu.options).map((option) => asObject(option).value);
  const stray = values.find((value) => !options.includes(value));
  if (stray !== undefined) throw new Error(`The menu has no option "${stray}": it has ${options.join(', ')}.`);
  const { min_values: min = 1, max_values: max = 1 } = menu as { min_values?: number; max_values?: number };
  if (values.length < min || values.length > max) {
    throw new Error(`The menu takes ${min} to ${max} values, not ${values.length}.`);
  }
}

function choose(radio: Json, value: string | undefined): Json {
  const values = asList(radio.options).map((option) => asObject(option).value);
  const { required = true } = radio as { required?: boolean };
  if (value === undefined ? required : !values.includes(value)) {
    throw new Error(`The modal would not take "${value}": it has ${values.join(', ')}.`);
  }
  return { type: ComponentType.RadioGroup, id: radio.id ?? 1, custom_id: radio.custom_id, value: value ?? null };
}

function fillIn(input: Json, texts: Record<string, string>): Json {
  const id = String(input.custom_id);
  if (input.type === ComponentType.RadioGroup) return choose(input, texts[id]);
  const value = texts[id] ?? String(input.value ?? '');
  const {
    required = true,
    min_length: min = 0,
    max_length: max = 4000,
  } = input as { required?: boolean; min_length?: number; max_length?: number };
  const length = textLength(value);
  if (length === 0 ? required : length < min || length > max) {
    throw new Error(`The modal would not take ${length} characters in "${id}": ${min} to ${max} are asked for.`);
  }
  return { type: ComponentType.TextInput, id: input.id ?? 1, custom_id: id, value };
}

/** The data of a modal that is submitted with these texts; throws if it would not accept them. */
export function modalData(modal: Json, texts: Record<string, string>): Json {
  const ids = inputsOf(modal).map(({ custom_id }) => String(custom_id));
  const stray = Object.keys(texts).find((id) => !ids.includes(id));
  if (stray) throw new Error(`The modal has no input "${stray}": it has ${ids.join(', ')}.`);
  const components = asList(modal.components)
    .map(asObject)
    .map((row, index) => {
      if (row.type === ComponentType.Label) {
        return { type: row.type, id: index + 1, component: fillIn(asObject(row.component), texts) };
      }
      return {
        type: row.type,
        id: index + 1,
        components: asList(row.components).map((input) => fillIn(asObject(input), texts)),
      };
    });
  return { custom_id: modal.custom_id, components };
}
