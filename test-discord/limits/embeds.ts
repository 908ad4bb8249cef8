import type { Problem } from '../errors.ts';
import { asList, asObject, asText } from '../json.ts';
import { checkCount, checkRequiredText, checkText, problem, textLength } from './text.ts';

// https://discord.com/developers/docs/resources/message#embed-object-embed-limits
const EMBEDS = 10;
const TITLE = 256;
const DESCRIPTION = 4096;
const FIELDS = 25;
const FIELD_NAME = 256;
const FIELD_VALUE = 1024;
const FOOTER = 2048;
const AUTHOR = 256;
const TOTAL = 6000;

function checkEmbed(path: Problem['path'], embed: unknown): Problem[] {
  const { title, description, footer, author, fields } = asObject(embed);
  return [
    ...checkText([...path, 'title'], title, TITLE),
    ...checkText([...path, 'description'], description, DESCRIPTION),
    ...checkText([...path, 'footer', 'text'], asObject(footer).text, FOOTER),
    ...checkText([...path, 'author', 'name'], asObject(author).name, AUTHOR),
    ...checkCount([...path, 'fields'], asList(fields), FIELDS),
    ...asList(fields).flatMap((field, index) => [
      ...checkRequiredText([...path, 'fields', index, 'name'], asObject(field).name, FIELD_NAME),
      ...checkRequiredText([...path, 'fields', index, 'value'], asObject(field).value, FIELD_VALUE),
    ]),
  ];
}

function embedSize(embed: unknown): number {
  const { title, description, footer, author, fields } = asObject(embed);
  const texts = [title, description, asObject(footer).text, asObject(author).name].concat(
    asList(fields).flatMap((field) => [asObject(field).name, asObject(field).value]),
  );
  return texts.reduce((sum: number, text) => sum + textLength(asText(text)), 0);
}

/** Checks a message's embeds against Discord's limits, individually and in total. */
export function checkEmbeds(embeds: unknown): Problem[] {
  const list = asList(embeds);
  const total = list.reduce((sum: number, embed) => sum + embedSize(embed), 0);
  return [
    ...checkCount(['embeds'], list, EMBEDS),
    ...list.flatMap((embed, index) => checkEmbed(['embeds', index], embed)),
    ...(total > TOTAL
      ? [problem(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${TOTAL}`)]
      : []),
  ];
}
