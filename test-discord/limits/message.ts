import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { emptyMessage, type Problem, refuseIf } from '../errors.ts';
import { asList, asNumber, asObject, type Json } from '../json.ts';
import { checkComponents } from './components.ts';
import { checkEmbeds } from './embeds.ts';
import { checkLayout } from './layout.ts';
import { checkText, problem } from './text.ts';

const CONTENT = 2000;
const NONCE = 25;

const isLayout = ({ flags }: Json) => Boolean(asNumber(flags) & MessageFlags.IsComponentsV2);

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

function checkMessage(body: Json, message?: Json): Problem[] {
  const wasLayout = message !== undefined && isLayout(message);
  const stays = body.flags === undefined || body.flags === null || isLayout(body);
  // https://discord.com/developers/docs/resources/message#message-object-message-flags
  if (wasLayout && !stays) return [problem(['flags'], 'MESSAGE_FLAGS_INVALID', 'IS_COMPONENTS_V2 cannot be removed')];
  const mentions = checkAllowedMentions(body.allowed_mentions);
  if (wasLayout || isLayout(body)) return [...checkLayout(body, message), ...mentions];
  return [
    ...checkText(['content'], body.content, CONTENT),
    ...checkEmbeds(body.embeds),
    ...checkComponents(body.components),
    ...mentions,
    ...(typeof body.nonce === 'string' ? checkText(['nonce'], body.nonce, NONCE) : []),
  ];
}

function requireValid(body: Json, at: Problem['path'], message?: Json): void {
  refuseIf(checkMessage(body, message).map((found) => ({ ...found, path: [...at, ...found.path] })));
}

/** Refuses an edit that breaks a limit: in the fields of the body, and in those that would remain. */
export function requireEdit(body: Json, message: APIMessage, at: Problem['path'] = []): void {
  requireValid(body, at, message as unknown as Json);
}

/** Refuses a new message that breaks a limit or is empty. `at` is its path in the body. */
export function requireMessage(body: Json, at: Problem['path'] = []): void {
  requireValid(body, at);
  const parts = [body.embeds, body.components, body.attachments, body.sticker_ids];
  if (!body.content && !body.poll && parts.every((part) => asList(part).length === 0)) throw emptyMessage();
}
