import { InteractionResponseType as Response } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { asObject, type Json } from '../json.ts';
import type { ApiRequest } from '../log.ts';
import type { Route } from './route.ts';

const MESSAGE_RESPONSES: unknown[] = [Response.ChannelMessageWithSource, Response.UpdateMessage];
const WRITES = ['POST', 'PATCH'];

/** The message in a body, if it has one. */
function messageIn({ method, path }: Pick<Route, 'method' | 'path'>, body: Json): Json | null {
  if (path.endsWith('/callback')) return MESSAGE_RESPONSES.includes(body.type) ? asObject(body.data) : null;
  if (path.endsWith('/crosspost') || path.endsWith('/threads')) return null;
  const isMessage = path.endsWith('/messages') || path.includes('/messages/') || path.startsWith('/webhooks/');
  return isMessage && WRITES.includes(method) ? body : null;
}

/**
 * Records what Discord would accept and a test should not: unrestricted mentions, and bodies that violate its API
 * description.
 */
export function inspectBody(
  { log, schemaCheck }: Pick<Core, 'log' | 'schemaCheck'>,
  route: Pick<Route, 'method' | 'path'>,
  { method, path, body }: Pick<ApiRequest, 'method' | 'path' | 'body'>,
): void {
  const message = messageIn(route, asObject(body));
  if (message && !message.allowed_mentions) {
    log.messagesWithoutAllowedMentions.push({ route: `${method} ${path}`, body: message });
  }
  if (schemaCheck && body !== null) log.schemaViolations.push(...schemaCheck(method, path, body));
}
