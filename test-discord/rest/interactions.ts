import type { APIMessage } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { unknownMessage, unknownWebhook } from '../errors.ts';
import type { Interaction } from '../interactions/record.ts';
import { fulfil, respond } from '../interactions/respond.ts';
import type { Json } from '../json.ts';
import { requireEdit, requireMessage } from '../limits/message.ts';
import { type Answer, type Call, noContent, ok, param, type Route } from './route.ts';

function callbackResponse({ id, type, original, ephemeral, pending }: Interaction, responseType: unknown): Json {
  const message = original && {
    response_message_id: original.id,
    response_message_loading: pending === 'message',
    response_message_ephemeral: ephemeral,
  };
  return {
    interaction: { id, type, ...message },
    resource: { type: responseType, ...(original ? { message: original } : {}) },
  };
}

/** The first response to an interaction, and what its token allows afterwards: edits and follow-ups. */
export function interactionRoutes({ applicationId, interactions, messages, posts }: Core): Route[] {
  function interactionOf(call: Call): Interaction {
    if (param(call, 'application') !== applicationId) throw unknownWebhook();
    return interactions.requireToken(param(call, 'token'));
  }

  /** `@original`, a follow-up, or the message itself, by the id in the path. */
  function messageOf(call: Call, interaction: Interaction): APIMessage {
    const id = param(call, 'message');
    const own = [interaction.original, ...interaction.followUps];
    const message = id === '@original' ? interaction.original : own.find((candidate) => candidate?.id === id);
    if (!message) throw unknownMessage();
    return messages.require(message.channel_id, message.id);
  }

  function edit(call: Call): Answer {
    const interaction = interactionOf(call);
    const message = messageOf(call, interaction);
    requireEdit(call.body, message);
    posts.edit(message, call.body);
    if (message === interaction.original) fulfil(interaction);
    return ok(message);
  }

  /** The first follow-up to a deferral replaces "is thinking…". */
  function followUp(call: Call): Answer {
    const interaction = interactionOf(call);
    requireMessage(call.body);
    if (interaction.pending === 'message' && interaction.original) {
      posts.edit(interaction.original, call.body);
      fulfil(interaction);
      return ok(interaction.original);
    }
    const message = posts.reply(interaction, call.body);
    interaction.followUps.push(message);
    return ok(message);
  }

  const webhook = '/webhooks/:application/:token';
  return [
    {
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      isOpen: true,
      handle(call) {
        const interaction = interactions.require(param(call, 'interaction'), param(call, 'token'));
        respond(interaction, call.body, posts);
        return call.query.with_response === 'true' ? ok(callbackResponse(interaction, call.body.type)) : noContent;
      },
    },
    { method: 'POST', path: webhook, isOpen: true, handle: followUp },
    {
      method: 'GET',
      path: `${webhook}/messages/:message`,
      isOpen: true,
      handle: (call) => ok(messageOf(call, interactionOf(call))),
    },
    { method: 'PATCH', path: `${webhook}/messages/:message`, isOpen: true, handle: edit },
    {
      method: 'DELETE',
      path: `${webhook}/messages/:message`,
      isOpen: true,
      handle(call) {
        const interaction = interactionOf(call);
        posts.remove(messageOf(call, interaction));
        return noContent;
      },
    },
  ];
}
