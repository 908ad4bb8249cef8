/** Sends to Discord over REST: responses to interactions, follow-ups to deferrals, replies to messages. */
import { DiscordAPIError, type RawFile, type REST } from '@discordjs/rest';
import { RESTJSONErrorCodes, type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord-api-types/v10';
import type { File, Reply } from '../answer/reply.ts';
import type { InteractionReference } from './incoming.ts';
import type { Mention } from './mention.ts';
import { filesOf, render, renderEdit } from './render.ts';
import type { Response, Responses } from './respond.ts';

const rawFiles = (files: readonly File[]): RawFile[] =>
  files.map(({ name, type, bytes }) => ({ name, contentType: type, data: Buffer.from(bytes) }));

async function sendFirst(rest: REST, { id, token }: InteractionReference, { body, files }: Response): Promise<void> {
  // The interaction's token authorises it, so it needs no login.
  await rest.post(Routes.interactionCallback(id, token), { body, files: rawFiles(files), auth: false });
}

/**
 * Replaces a deferral by the answer. A public deferral cannot become private, so a private answer to one is sent as a
 * new message, and the deferral is deleted.
 */
export async function sendLater(
  rest: REST,
  reference: InteractionReference,
  later: NonNullable<Responses['later']>,
): Promise<void> {
  const reply = await later.reply;
  const { application, token } = reference;
  const original = Routes.webhookMessage(application, token);
  const files = rawFiles(filesOf(reply));
  if (later.isPrivate || !reply.private) {
    await rest.patch(original, { body: renderEdit(reply), files, auth: false });
    return;
  }
  await rest.delete(original, { auth: false });
  await rest.post(Routes.webhook(application, token), { body: render(reply, { isPrivate: true }), files, auth: false });
}

/** Sends everything that answers an interaction, in order. */
export async function sendResponses(
  rest: REST,
  reference: InteractionReference,
  { first, later }: Responses,
): Promise<void> {
  await sendFirst(rest, reference, first);
  if (later) await sendLater(rest, reference, later);
}

/** How long somebody who wrote a message may wait for an answer. */
const PATIENCE_MS = 60_000;

const isRefused = (error: unknown, code: number) => error instanceof DiscordAPIError && error.code === code;

/**
 * Answers a message with a reply to it, or with a separate message if the bot may not read the one it would reply to.
 * The nonce keeps a repeated request from posting twice.
 */
export async function answerMessage(
  rest: REST,
  { channel, message }: Pick<Mention, 'channel' | 'message'>,
  reply: Reply,
): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const files = rawFiles(filesOf(reply));
  const post = (more: Pick<RESTPostAPIChannelMessageJSONBody, 'message_reference'>) => {
    const body = { ...render(reply), nonce: message, enforce_nonce: true, ...more };
    return rest.post(Routes.channelMessages(channel), { body, files, signal });
  };
  try {
    await post({ message_reference: { message_id: message, fail_if_not_exists: false } });
  } catch (error) {
    if (!isRefused(error, RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory)) throw error;
    await post({});
  }
}
