import { ComponentType } from 'discord-api-types/v10';
import type { Problem } from '../errors.ts';
import { asList, asObject, asText, type Json } from '../json.ts';
import { checkRow } from './components.ts';
import { checkRequiredText, problem, repeated, textLength } from './text.ts';

// https://discord.com/developers/docs/components/reference#what-is-a-component
const COMPONENTS = 40;
const TEXT = 4000;

/** A component and all nested ones, itself first. */
export function flatten(component: unknown): Json[] {
  const { components, component: inner, accessory } = asObject(component);
  const held = [...asList(components), inner, accessory].filter((item) => item !== undefined);
  return [asObject(component), ...held.flatMap(flatten)];
}

/** The value of a message's field after the body is applied. */
const resulting = (body: Json, message: Json | undefined, key: string) =>
  body[key] === undefined ? message?.[key] : body[key];

const MEDIA = /^attachment:\/\/(.+)$/;

/** The files that a component shows as an image or offers as a download. */
function filesNamed({ type, items, file }: Json): string[] {
  const media = type === ComponentType.MediaGallery ? asList(items).map((item) => asObject(item).media) : [file];
  return media.flatMap((one) => MEDIA.exec(asText(asObject(one).url))?.[1] ?? []);
}

function checkComponent(component: Json): Problem[] {
  if (component.type === ComponentType.ActionRow) return checkRow(['components'], component);
  return component.type === ComponentType.TextDisplay
    ? checkRequiredText(['components', 'content'], component.content, TEXT)
    : [];
}

/**
 * Checks a message of layout components (the flag IS_COMPONENTS_V2) against Discord's limits; `message` is the edited
 * one, which must not keep a text or embeds from before it had the flag.
 */
export function checkLayout(body: Json, message?: Json): Problem[] {
  const all = asList(body.components).flatMap(flatten);
  const text = all
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .reduce((sum, { content }) => sum + textLength(asText(content)), 0);
  const isEmpty = (value: unknown) => !value || (Array.isArray(value) && value.length === 0);
  const clash = (['content', 'embeds', 'poll'] as const).filter((key) => !isEmpty(resulting(body, message, key)));
  const uploaded = asList(body.attachments).map((one) => asObject(one).filename);
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
    ...all.flatMap(checkComponent),
    ...all
      .flatMap(filesNamed)
      .filter((name) => !uploaded.includes(name))
      .map((name) =>
        problem(
          ['components'],
          'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
          `The referenced attachment '${name}' was not found`,
        ),
      ),
    ...repeated(all.map(({ custom_id }) => custom_id)).map(() =>
      problem(['components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
    ),
  ];
}
