import { ComponentType } from 'discord-api-types/v10';
import type { Problem } from '../errors.ts';
import { asList, asObject, asText, type Json } from '../json.ts';
import { problem, repeated, textLength } from './text.ts';

// https://discord.com/developers/docs/components/reference#what-is-a-component
const COMPONENTS = 40;
const TEXT = 4000;

/** A component and all that it holds, with itself first. */
export function flatten(component: unknown): Json[] {
  const { components, component: inner, accessory } = asObject(component);
  const held = [...asList(components), inner, accessory].filter((item) => item !== undefined);
  return [asObject(component), ...held.flatMap(flatten)];
}

/** Holds a message of layout components (the flag IS_COMPONENTS_V2) against Discord's limits. */
export function checkLayout(body: Json): Problem[] {
  const all = asList(body.components).flatMap(flatten);
  const text = all
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .reduce((sum, { content }) => sum + textLength(asText(content)), 0);
  const isEmpty = (value: unknown) => !value || (Array.isArray(value) && value.length === 0);
  const clash = (['content', 'embeds', 'poll'] as const).filter((key) => !isEmpty(body[key]));
  return [
    ...clash.map((key) =>
      problem([key], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', `The '${key}' field cannot be used`),
    ),
    ...(all.length > COMPONENTS
      ? [problem(['components'], 'COMPONENT_MAX_TOTAL', `Must be ${COMPONENTS} or fewer in all.`)]
      : []),
    ...(text > TEXT
      ? [problem(['components'], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `Text exceeds maximum size of ${TEXT}`)]
      : []),
    ...repeated(all.map(({ custom_id }) => custom_id)).map(() =>
      problem(['components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
    ),
  ];
}
