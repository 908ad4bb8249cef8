import type { Problem } from '../errors.ts';
import { asList, asObject, type Json } from '../json.ts';
import { checkCount, checkRequiredText, checkText, problem, repeated } from './text.ts';

// https://discord.com/developers/docs/components/reference#radio-group
const CUSTOM_ID = 100;
const LEAST_OPTIONS = 2;
const OPTIONS = 10;
const TEXT = 100;

/** Checks a radio group of a modal against Discord's limits. */
export function checkRadio(path: Problem['path'], radio: Json): Problem[] {
  const options = asList(radio.options).map(asObject);
  return [
    ...checkRequiredText([...path, 'custom_id'], radio.custom_id, CUSTOM_ID),
    ...checkCount([...path, 'options'], options, OPTIONS, LEAST_OPTIONS),
    ...options.flatMap(({ label, value, description }, index) => [
      ...checkRequiredText([...path, 'options', index, 'label'], label, TEXT),
      ...checkRequiredText([...path, 'options', index, 'value'], value, TEXT),
      ...checkText([...path, 'options', index, 'description'], description, TEXT),
    ]),
    ...repeated(options.map(({ value }) => value)).map((index) =>
      problem([...path, 'options', index, 'value'], 'OPTION_VALUE_DUPLICATED', 'The option value is already used'),
    ),
  ];
}
