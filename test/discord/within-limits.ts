/** A message's body held to every limit of Discord's, and what people see in one. */
import {
  type APIComponentInMessageActionRow,
  type APIMessageComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { expect } from 'vitest';
import { limits } from '../../src/discord/limits.ts';
import type { MessageBody } from '../../src/discord/render.ts';

type Body = Partial<Pick<MessageBody, 'components'>>;

/** Every component of a message, with those inside others. */
export function componentsOf({ components = [] }: Body): APIMessageComponent[] {
  return components.flatMap((one: APIMessageComponent): APIMessageComponent[] => [
    one,
    ...('components' in one ? componentsOf({ components: one.components as MessageBody['components'] }) : []),
  ]);
}

/** The rows of buttons and menus. */
export const rowsOf = (body: Body) =>
  componentsOf(body).flatMap((one) => (one.type === ComponentType.ActionRow ? [one.components] : []));

const textsOf = (body: Body) =>
  componentsOf(body).flatMap((one) => (one.type === ComponentType.TextDisplay ? one.content : []));

/** All that is written in a message. */
export const textOf = (body: Body) => textsOf(body).join('\n');

type Counted = [where: string, text: string, least: number, most: number];

function countedIn(part: APIComponentInMessageActionRow): Counted[] {
  const { component, select } = limits;
  return [
    ['custom_id', 'custom_id' in part ? part.custom_id : '', 1, component.customId],
    ...('label' in part && part.label !== undefined
      ? [['label', part.label, 1, component.label] satisfies Counted]
      : []),
    ...('placeholder' in part
      ? [['placeholder', part.placeholder ?? '', 1, component.placeholder] satisfies Counted]
      : []),
    ...('options' in part
      ? part.options.flatMap(({ label, value, description }): Counted[] => [
          ['option label', label, 1, select.label],
          ['option value', value, 1, select.value],
          ['option description', description ?? 'absent', 1, select.description],
        ])
      : []),
  ];
}

/** Fails at the first limit that a message breaks. */
export function expectWithinLimits(body: MessageBody): void {
  const all = componentsOf(body);
  const controls = rowsOf(body).flat();
  for (const [where, value, least, most] of [
    ['text', textsOf(body).join(''), 1, limits.text.total] satisfies Counted,
    ...controls.flatMap(countedIn),
  ]) {
    expect(value.trim().length, where).toBeGreaterThanOrEqual(least);
    expect(value.length, where).toBeLessThanOrEqual(most);
    expect(value.isWellFormed(), where).toBe(true);
  }
  expect(textsOf(body).every((text) => text.trim() !== '')).toBe(true);
  expect(body.flags & MessageFlags.IsComponentsV2).toBeTruthy();
  expect(all.length).toBeLessThanOrEqual(limits.component.total);
  const ids = controls.map((part) => ('custom_id' in part ? part.custom_id : ''));
  expect(new Set(ids).size).toBe(ids.length);
  for (const row of rowsOf(body)) {
    expect(row.length).toBeGreaterThan(0);
    expect(row.length).toBeLessThanOrEqual(limits.component.buttonsInRow);
    if (row.some(({ type }) => type !== ComponentType.Button)) expect(row).toHaveLength(1);
    for (const part of row) {
      if ('options' in part) {
        expect(part.options.length).toBeLessThanOrEqual(limits.select.options);
        expect(new Set(part.options.map(({ value }) => value)).size).toBe(part.options.length);
      }
    }
  }
  const named = all.flatMap((one) => {
    if (one.type === ComponentType.File) return one.file.url;
    return one.type === ComponentType.MediaGallery ? one.items.map(({ media }) => media.url) : [];
  });
  expect(named.sort()).toEqual((body.attachments ?? []).map(({ filename }) => `attachment://${filename}`).sort());
  expect(body.allowed_mentions).toEqual({ parse: [] });
}
