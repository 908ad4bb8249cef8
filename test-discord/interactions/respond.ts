import {
  type APIModalInteractionResponseCallbackData,
  InteractionType,
  MessageFlags,
  InteractionResponseType as Response,
} from 'discord-api-types/v10';
import { alreadyAcknowledged, refuseIf } from '../errors.ts';
import { asNumber, asObject, type Json } from '../json.ts';
import { requireChoices } from '../limits/autocomplete.ts';
import { requireEdit, requireMessage } from '../limits/message.ts';
import { requireModal } from '../limits/modal.ts';
import { problem } from '../limits/text.ts';
import type { Posts } from './posts.ts';
import type { Interaction, Shown } from './record.ts';

const COMMAND_RESPONSES = [Response.ChannelMessageWithSource, Response.DeferredChannelMessageWithSource];
const UPDATES = [Response.DeferredMessageUpdate, Response.UpdateMessage];

/**
 * The allowed responses to an interaction. https://discord.com/developers/docs/interactions/receiving-and-responding
 */
function allowedResponses({ type, source }: Interaction): number[] {
  const updates = source ? UPDATES : [];
  switch (type) {
    case InteractionType.Ping:
      return [Response.Pong];
    case InteractionType.ApplicationCommandAutocomplete:
      return [Response.ApplicationCommandAutocompleteResult];
    case InteractionType.ModalSubmit:
      return [...COMMAND_RESPONSES, ...updates];
    default:
      return [...COMMAND_RESPONSES, ...updates, Response.Modal];
  }
}

const isEphemeral = ({ flags }: { flags?: unknown }) => Boolean(asNumber(flags) & MessageFlags.Ephemeral);

/** A deferral has no content: only the ephemeral flag of its data counts. */
function requireBareDeferral(data: Json): void {
  const more = Object.keys(data).filter((key) => key !== 'flags');
  const flags = asNumber(data.flags) & ~MessageFlags.Ephemeral;
  refuseIf([
    ...more.map((key) =>
      problem(['data', key], 'DEFERRED_RESPONSE_FIELD', 'A deferral can set only the ephemeral flag'),
    ),
    ...(flags
      ? [problem(['data', 'flags'], 'DEFERRED_RESPONSE_FLAGS', 'A deferral can set only the ephemeral flag')]
      : []),
  ]);
}

function requireAllowed(interaction: Interaction, type: unknown): void {
  const allowed = allowedResponses(interaction);
  if (allowed.includes(asNumber(type))) return;
  refuseIf([problem(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`)]);
}

/** What the user sees at once; null for a deferral. */
function take(interaction: Interaction, body: Json, posts: Posts): Shown | null {
  const data = asObject(body.data);
  switch (body.type) {
    case Response.ChannelMessageWithSource: {
      requireMessage(data, ['data']);
      const message = posts.reply(interaction, data);
      interaction.original = message;
      return { interaction, kind: 'message', message, ephemeral: isEphemeral(data), deferred: false };
    }
    case Response.DeferredChannelMessageWithSource:
      requireBareDeferral(data);
      interaction.original = posts.reply(interaction, { flags: asNumber(data.flags) | MessageFlags.Loading });
      interaction.pending = 'message';
      return null;
    case Response.DeferredMessageUpdate:
      requireBareDeferral(data);
      interaction.original = interaction.source ?? null;
      interaction.pending = 'update';
      return null;
    case Response.UpdateMessage: {
      const { source: message } = interaction;
      if (!message) throw new Error('An update was let through without a message to update.');
      requireEdit(data, message, ['data']);
      interaction.original = posts.edit(message, data);
      return { interaction, kind: 'update', message, ephemeral: isEphemeral(message), deferred: false };
    }
    case Response.Modal:
      requireModal(data);
      return { interaction, kind: 'modal', modal: data as unknown as APIModalInteractionResponseCallbackData };
    default: {
      requireChoices(data);
      const choices = data.choices as { name: string; value: string | number }[];
      return { interaction, kind: 'choices', choices };
    }
  }
}

/** Accepts the first response to an interaction, or throws as Discord does. */
export function respond(interaction: Interaction, body: Json, posts: Posts): void {
  if (interaction.acknowledged) throw alreadyAcknowledged();
  requireAllowed(interaction, body.type);
  const shown = take(interaction, body, posts);
  interaction.acknowledged = true;
  interaction.ephemeral = interaction.original ? isEphemeral(interaction.original) : false;
  if (shown) interaction.settle(shown);
}

/** Completes a deferral, with the current message. */
export function fulfil(interaction: Interaction): void {
  const { pending: kind, original: message, ephemeral } = interaction;
  if (!kind || !message) return;
  interaction.pending = null;
  message.flags = asNumber(message.flags) & ~MessageFlags.Loading;
  interaction.settle({ interaction, kind, message, ephemeral, deferred: true });
}
