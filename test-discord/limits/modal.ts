import { ComponentType } from 'discord-api-types/v10';
import { type Problem, refuseIf } from '../errors.ts';
import { asList, asObject, type Json } from '../json.ts';
import { checkRadio } from './radio.ts';
import { checkCount, checkRequiredText, checkText, missing, problem, repeated } from './text.ts';

// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal
const TITLE = 45;
const ROWS = 5;
const CUSTOM_ID = 100;
const LABEL = 45;
const LABEL_DESCRIPTION = 100;
const PLACEHOLDER = 100;
const VALUE = 4000;

function checkInput(path: Problem['path'], input: Json): Problem[] {
  const { custom_id, style, placeholder, value, min_length: min = 0, max_length: max = VALUE } = input;
  const range =
    typeof min === 'number' && typeof max === 'number' && min >= 0 && max >= 1 && min <= max && max <= VALUE;
  return [
    ...checkRequiredText([...path, 'custom_id'], custom_id, CUSTOM_ID),
    ...(style === undefined ? [missing([...path, 'style'])] : []),
    ...checkText([...path, 'placeholder'], placeholder, PLACEHOLDER),
    ...checkText([...path, 'value'], value, VALUE),
    ...(range ? [] : [problem([...path, 'min_length'], 'BASE_TYPE_MIN_MAX', 'Min and max length are out of range')]),
  ];
}

function checkRow(path: Problem['path'], row: Json): Problem[] {
  if (row.type === ComponentType.TextDisplay) return [];
  if (row.type === ComponentType.Label) {
    const inner = asObject(row.component);
    return [
      ...checkRequiredText([...path, 'label'], row.label, LABEL),
      ...checkText([...path, 'description'], row.description, LABEL_DESCRIPTION),
      ...(inner.type === ComponentType.TextInput ? checkInput([...path, 'component'], inner) : []),
      ...(inner.type === ComponentType.RadioGroup ? checkRadio([...path, 'component'], inner) : []),
    ];
  }
  const inputs = asList(row.components).map(asObject);
  return [
    ...checkCount([...path, 'components'], inputs, 1, 1),
    ...inputs.flatMap((input, index) => [
      ...checkRequiredText([...path, 'components', index, 'label'], input.label, LABEL),
      ...checkInput([...path, 'components', index], input),
    ]),
  ];
}

/** The inputs of a modal, at any level. */
export function inputsOf(modal: Json): Json[] {
  return asList(modal.components)
    .map(asObject)
    .flatMap((row) => (row.component ? [asObject(row.component)] : asList(row.components).map(asObject)));
}

/** Refuses a modal that breaks a limit. */
export function requireModal(data: Json): void {
  const rows = asList(data.components).map(asObject);
  refuseIf([
    ...checkRequiredText(['data', 'title'], data.title, TITLE),
    ...checkRequiredText(['data', 'custom_id'], data.custom_id, CUSTOM_ID),
    ...checkCount(['data', 'components'], rows, ROWS, 1),
    ...rows.flatMap((row, index) => checkRow(['data', 'components', index], row)),
    ...repeated(inputsOf(data).map(({ custom_id }) => custom_id)).map(() =>
      problem(['data', 'components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
    ),
  ]);
}
