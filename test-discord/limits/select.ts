import { ComponentType } from 'discord-api-types/v10';
import type { Problem } from '../errors.ts';
import { asList, asObject, type Json } from '../json.ts';
import { checkCount, checkRequiredText, checkText, problem, repeated } from './text.ts';

// https://discord.com/developers/docs/components/reference#string-select
const OPTIONS = 25;
const LABEL = 100;
const VALUE = 100;
const DESCRIPTION = 100;
const PLACEHOLDER = 150;
const CUSTOM_ID = 100;

function checkRange(path: Problem['path'], select: Json, options: unknown[]): Problem[] {
  const { min_values: min = 1, max_values: max = 1 } = select;
  const good = typeof min === 'number' && typeof max === 'number' && min >= 0 && min <= max && max <= OPTIONS;
  if (!good) {
    return [problem([...path, 'min_values'], 'SELECT_COMPONENT_MIN_MAX', 'Min and max values are out of range')];
  }
  return max > options.length
    ? [problem([...path, 'max_values'], 'BASE_TYPE_MAX', 'Max values cannot exceed the number of options')]
    : [];
}

function checkOptions(path: Problem['path'], select: Json): Problem[] {
  const options = asList(select.options).map(asObject);
  const twice = repeated(options.map(({ value }) => value));
  return [
    ...checkCount([...path, 'options'], options, OPTIONS, 1),
    ...checkRange(path, select, options),
    ...options.flatMap(({ label, value, description }, index) => [
      ...checkRequiredText([...path, 'options', index, 'label'], label, LABEL),
      ...checkRequiredText([...path, 'options', index, 'value'], value, VALUE),
      ...checkText([...path, 'options', index, 'description'], description, DESCRIPTION),
    ]),
    ...twice.map((index) =>
      problem(
        [...path, 'options', index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    ),
  ];
}

/** Checks a select menu against Discord's limits; only a string select has options. */
export function checkSelect(path: Problem['path'], select: Json): Problem[] {
  return [
    ...checkRequiredText([...path, 'custom_id'], select.custom_id, CUSTOM_ID),
    ...checkText([...path, 'placeholder'], select.placeholder, PLACEHOLDER),
    ...(select.type === ComponentType.StringSelect ? checkOptions(path, select) : []),
  ];
}
