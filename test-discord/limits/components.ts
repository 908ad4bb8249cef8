import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Problem } from '../errors.ts';
import { asList, asObject, type Json } from '../json.ts';
import { checkSelect } from './select.ts';
import { checkCount, checkRequiredText, checkText, missing, problem, repeated } from './text.ts';

// https://discord.com/developers/docs/components/reference
const ROWS = 5;
const BUTTONS = 5;
const LABEL = 80;
const CUSTOM_ID = 100;
const URL_LENGTH = 512;

function checkButton(path: Problem['path'], button: Json): Problem[] {
  const { style, label, emoji, custom_id, url } = button;
  const named = label || emoji ? [] : [problem(path, 'BUTTON_COMPONENT_INVALID_LABEL', 'A label or emoji is required')];
  const target =
    style === ButtonStyle.Link
      ? [
          ...checkRequiredText([...path, 'url'], url, URL_LENGTH),
          ...(custom_id === undefined
            ? []
            : [problem(path, 'BUTTON_COMPONENT_CUSTOM_ID_URL', 'A custom id and url cannot both be specified')]),
        ]
      : checkRequiredText([...path, 'custom_id'], custom_id, CUSTOM_ID);
  return [
    ...(style === undefined ? [missing([...path, 'style'])] : []),
    ...checkText([...path, 'label'], label, LABEL),
    ...named,
    ...target,
  ];
}

/** Checks a row of buttons or a menu against Discord's limits. */
export function checkRow(path: Problem['path'], row: Json): Problem[] {
  const items = asList(row.components).map(asObject);
  const selects = items.filter((item) => item.type !== ComponentType.Button);
  const tooWide = selects.length > 0 && items.length > 1;
  return [
    ...checkCount([...path, 'components'], items, BUTTONS, 1),
    ...(tooWide
      ? [problem(path, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width')]
      : []),
    ...items.flatMap((item, index) => {
      const at = [...path, 'components', index];
      return item.type === ComponentType.Button ? checkButton(at, item) : checkSelect(at, item);
    }),
  ];
}

/** Checks the rows of a message (without the flag for layout components) against Discord's limits. */
export function checkComponents(components: unknown): Problem[] {
  const rows = asList(components).map(asObject);
  const notRows = rows.flatMap((row, index) =>
    row.type === ComponentType.ActionRow
      ? []
      : [problem(['components', index, 'type'], 'BASE_TYPE_CHOICES', 'Value must be one of {1}.')],
  );
  const ids = rows.flatMap((row, index) =>
    asList(row.components).map((item, place) => ({
      id: asObject(item).custom_id ?? undefined,
      path: ['components', index, 'components', place],
    })),
  );
  const twice = repeated(ids.map(({ id }) => id)).flatMap((index) => {
    const path = ids[index]?.path ?? [];
    return [problem(path, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')];
  });
  return [
    ...checkCount(['components'], rows, ROWS),
    ...notRows,
    ...rows.flatMap((row, index) => checkRow(['components', index], row)),
    ...twice,
  ];
}
