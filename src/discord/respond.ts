/** The response to an interaction, from the gateway or HTTP: at once, or a deferral and then the answer. */
import { type APIInteractionResponse, InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { Request } from '../answer/dispatch.ts';
import type { Handler } from '../answer/handler.ts';
import { type File, privateLine, type Reply } from '../answer/reply.ts';
import { messagesIn } from '../messages/messages.ts';
import { fittingChoices } from './choices.ts';
import { modalOf } from './components.ts';
import type { Incoming, InteractionReference } from './incoming.ts';
import { limits } from './limits.ts';
import { type EditBody, filesOf, render, renderEdit } from './render.ts';
import { createdAt } from './snowflake.ts';

/** How much of the 3 seconds is reserved for the way to Discord if an answer takes longer. */
const MARGIN_MS = 1500;

/**
 * Waits are rounded to steps: Node keeps a list of timers for each duration, and a new list costs more than a timer.
 */
const STEP_MS = 250;

export interface Response {
  readonly body: APIInteractionResponse;
  readonly files: readonly File[];
}

export interface Responses {
  readonly first: Response;
  /** After a deferral: the answer, and whether the deferral was for the asker alone. */
  readonly later?: { readonly reply: Promise<Reply>; readonly isPrivate: boolean };
}

type Answerable = Extract<Incoming, { request: Request }>;

const shownInPlace = (incoming: Answerable) => incoming.kind === 'component' && incoming.shows === 'replace';
const shownPrivately = (incoming: Answerable) => incoming.kind !== 'command' || incoming.isPrivate;

function message(reply: Reply, isPrivate: boolean): Response {
  const data = render(reply, { isPrivate });
  return { body: { type: InteractionResponseType.ChannelMessageWithSource, data }, files: filesOf(reply) };
}

/** A line for the asker, such as a refusal, which is sent beside the page instead of replacing it. */
const isLine = (reply: Reply) => reply.private && !reply.title && reply.sections.length === 0;

function answered(incoming: Answerable, reply: Reply): Response {
  const modal = reply.modal && incoming.kind !== 'modal' ? modalOf(reply.modal, reply.language) : null;
  if (modal) return { body: { type: InteractionResponseType.Modal, data: modal }, files: [] };
  if (shownInPlace(incoming) && !isLine(reply)) {
    // The types do not allow null here; Discord does, as in every other edit.
    const data = renderEdit(reply) as Omit<EditBody, 'content'>;
    return { body: { type: InteractionResponseType.UpdateMessage, data }, files: filesOf(reply) };
  }
  return message(reply, reply.private || shownPrivately(incoming));
}

function deferral(incoming: Answerable): Response {
  if (shownInPlace(incoming)) return { body: { type: InteractionResponseType.DeferredMessageUpdate }, files: [] };
  const type = InteractionResponseType.DeferredChannelMessageWithSource;
  const data = { flags: MessageFlags.Ephemeral as const };
  return { body: shownPrivately(incoming) ? { type, data } : { type }, files: [] };
}

/** The value if it comes within `ms` milliseconds, else undefined; clears its timer. */
async function within<Value>(promise: Promise<Value>, ms: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** How many milliseconds are left to work on an interaction before it needs a response. */
function timeFor({ id }: InteractionReference, now: number): number {
  const spent = Math.max(0, now - createdAt(id));
  const left = Math.max(0, limits.interaction.firstResponseMs - MARGIN_MS - spent);
  return Math.floor(left / STEP_MS) * STEP_MS;
}

/**
 * The first response, within Discord's 3 seconds from the start of the interaction, and what follows it.
 * @param named adds command mentions to a reply
 */
export async function respond(
  incoming: Incoming,
  handler: Handler,
  named: (reply: Reply) => Reply = (reply) => reply,
): Promise<Responses> {
  if (incoming.kind === 'ping') return { first: { body: { type: InteractionResponseType.Pong }, files: [] } };
  if (incoming.kind === 'outdated') {
    const line = privateLine(messagesIn(incoming.locale), 'discord.respond.outdated');
    return { first: message(named(line), true) };
  }
  if (incoming.kind === 'autocomplete') {
    const choices = fittingChoices(handler.complete(incoming.autocomplete));
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
    return { first: { body: { type, data: { choices } }, files: [] } };
  }
  const answer = handler.answer(incoming.request);
  if (!(answer instanceof Promise)) return { first: answered(incoming, named(answer)) };
  const pending = answer.then(named);
  const reply = await within(pending, timeFor(incoming.reference, handler.now()));
  if (reply) return { first: answered(incoming, reply) };
  return { first: deferral(incoming), later: { reply: pending, isPrivate: shownPrivately(incoming) } };
}
