import { MessageFlags } from 'discord-api-types/v10';
import { emptyMessage, type Problem, refuseIf } from '../errors.ts';
import { asList, asNumber, asObject, type Json } from '../json.ts';
import { checkComponents } from './components.ts';
import { checkEmbeds } from './embeds.ts';
import { checkLayout } from './layout.ts';
import { checkText } from './text.ts';

const CONTENT = 2000;
const NONCE = 25;

/** https://discord.com/developers/docs/resources/message#allowed-mentions-object */
function checkAllowedMentions(allowed: unknown): Problem[] {
  const { parse, roles } = asObject(allowed);
  if (!asList(parse).includes('roles') || asList(roles).length === 0) return [];
  return [
    {
      path: ['allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: 'parse:["roles"] and roles: [ids...] are mutually exclusive.',
    },
  ];
}

function checkMessage(body: Json): Problem[] {
  if (asNumber(body.flags) & MessageFlags.IsComponentsV2) return checkLayout(body);
  return [
    ...checkText(['content'], body.content, CONTENT),
    ...checkEmbeds(body.embeds),
    ...checkComponents(body.components),
    ...checkAllowedMentions(body.allowed_mentions),
    ...(typeof body.nonce === 'string' ? checkText(['nonce'], body.nonce, NONCE) : []),
  ];
}

/** Refuses what breaks a limit of a message that is edited: the fields that it names. `at` is where it stands in the body. */
export function requireEdit(body: Json, at: Problem['path'] = []): void {
  refuseIf(checkMessage(body).map((found) => ({ ...found, path: [...at, ...found.path] })));
}

/** Refuses a new message that breaks a limit or has nothing in it. */
export function requireMessage(body: Json, at: Problem['path'] = []): void {
  requireEdit(body, at);
  const parts = [body.embeds, body.components, body.attachments, body.sticker_ids];
  if (!body.content && !body.poll && parts.every((part) => asList(part).length === 0)) throw emptyMessage();
}
