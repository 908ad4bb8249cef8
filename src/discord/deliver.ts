/** What goes out to Discord over REST: responses to interactions, what follows a deferral, replies to messages. */
import type { RawFile, REST } from '@discordjs/rest';
import { type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord-api-types/v10';
import type { File, Reply } from '../answer/reply.ts';
import type { Callback } from './callback.ts';
import type { InteractionReference } from './incoming.ts';
import type { Mention } from './mention.ts';
import { filesOf, flagsOf, render } from './render.ts';
import type { Response, Responses } from './respond.ts';

const rawFiles = (files: readonly File[]): RawFile[] =>
  files.map(({ name, type, bytes }) => ({ name, contentType: type, data: Buffer.from(bytes) }));

/** What carries answers to Discord. */
export interface Carriers {
  readonly rest: REST;
  readonly callback: Callback;
}

async function sendFirst(
  { rest, callback }: Carriers,
  reference: InteractionReference,
  { body, files }: Response,
): Promise<void> {
  if (files.length === 0) return await callback(reference, body);
  const route = Routes.interactionCallback(reference.id, reference.token);
  await rest.post(route, { body, files: rawFiles(files), auth: false });
}

/**
 * Puts the answer where the deferral stands. A deferral that everybody sees cannot turn private, so a private answer
 * to one comes as a new message, and the deferral goes.
 */
export async function sendLater(
  rest: REST,
  reference: InteractionReference,
  later: NonNullable<Responses['later']>,
): Promise<void> {
  const reply = await later.reply;
  const { application, token } = reference;
  const original = Routes.webhookMessage(application, token);
  const body = render(reply);
  const files = rawFiles(filesOf(reply));
  if (later.isPrivate || !reply.private) {
    await rest.patch(original, { body, files, auth: false });
    return;
  }
  await rest.delete(original, { auth: false });
  await rest.post(Routes.webhook(application, token), { body: { ...body, flags: flagsOf(true) }, files, auth: false });
}

/** All that answers an interaction, in order. */
export async function sendResponses(
  carriers: Carriers,
  reference: InteractionReference,
  { first, later }: Responses,
): Promise<void> {
  await sendFirst(carriers, reference, first);
  if (later) await sendLater(carriers.rest, reference, later);
}

/** Answers a message with a message; the nonce keeps a repeated request from posting twice. */
export async function answerMessage(rest: REST, { channel, message }: Mention, reply: Reply): Promise<void> {
  const body: RESTPostAPIChannelMessageJSONBody = {
    ...render(reply),
    message_reference: { message_id: message, fail_if_not_exists: false },
    nonce: message,
    enforce_nonce: true,
  };
  await rest.post(Routes.channelMessages(channel), { body, files: rawFiles(filesOf(reply)) });
}
