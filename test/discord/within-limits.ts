/** A message's body held to every limit of Discord's. */
import { expect } from 'vitest';
import { limits } from '../../src/discord/limits.ts';
import type { MessageBody } from '../../src/discord/render.ts';

/** Each part of a message that Discord counts, as [where, its text, its least and its most characters]. */
function counted({ content, embeds, components }: MessageBody): [string, string, number, number][] {
  const { embed, component, select } = limits;
  return [
    ['content', content, 0, limits.message.content],
    ...embeds.flatMap(({ title, description, fields = [], footer }): [string, string, number, number][] => [
      ['title', title ?? 'absent', 1, embed.title],
      ['description', description ?? 'absent', 1, embed.description],
      ['footer', footer?.text ?? 'absent', 1, embed.footer],
      ...fields.flatMap(({ name, value }): [string, string, number, number][] => [
        ['field name', name, 1, embed.fieldName],
        ['field value', value, 1, embed.fieldValue],
      ]),
    ]),
    ...components.flatMap((row) =>
      row.components.flatMap((part): [string, string, number, number][] => [
        ['custom_id', 'custom_id' in part ? part.custom_id : '', 1, component.customId],
        ...('label' in part && part.label !== undefined
          ? [['label', part.label, 1, component.label] as [string, string, number, number]]
          : []),
        ...('placeholder' in part
          ? [['placeholder', part.placeholder ?? '', 1, component.placeholder] as [string, string, number, number]]
          : []),
        ...('options' in part
          ? part.options.flatMap(({ label, value, description }): [string, string, number, number][] => [
              ['option label', label, 1, select.label],
              ['option value', value, 1, select.value],
              ['option description', description ?? 'absent', 1, select.description],
            ])
          : []),
      ]),
    ),
  ];
}

/** Fails at the first limit that a message breaks. */
export function expectWithinLimits(body: MessageBody): void {
  for (const [where, value, least, most] of counted(body)) {
    expect(value.trim().length, where).toBeGreaterThanOrEqual(least);
    expect(value.length, where).toBeLessThanOrEqual(most);
    expect(value.isWellFormed(), where).toBe(true);
  }
  const total = body.embeds
    .flatMap(({ title = '', description = '', footer, fields = [] }) => [
      title,
      description,
      footer?.text ?? '',
      ...fields.flatMap(({ name, value }) => [name, value]),
    ])
    .reduce((sum, part) => sum + part.length, 0);
  expect(total).toBeLessThanOrEqual(limits.embed.total);
  expect(body.embeds.length).toBeLessThanOrEqual(limits.message.embeds);
  for (const { fields = [] } of body.embeds) expect(fields.length).toBeLessThanOrEqual(limits.embed.fields);
  expect(body.components.length).toBeLessThanOrEqual(limits.component.rows);
  const ids = body.components.flatMap((row) =>
    row.components.map((part) => ('custom_id' in part ? part.custom_id : '')),
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const row of body.components) {
    expect(row.components.length).toBeLessThanOrEqual(limits.component.buttonsInRow);
    for (const part of row.components) {
      if ('options' in part) {
        expect(part.options.length).toBeLessThanOrEqual(limits.select.options);
        expect(new Set(part.options.map(({ value }) => value)).size).toBe(part.options.length);
      }
    }
  }
  expect(body.allowed_mentions).toEqual({ parse: [] });
  expect(body.content.length + body.embeds.length).toBeGreaterThan(0);
}
