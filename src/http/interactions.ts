/** Discord's HTTP endpoint: the same interactions that the gateway brings, answered in the response. */
import type { KeyObject } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ZodError } from 'zod';
import { type Incoming, type InteractionReference, readInteraction } from '../discord/incoming.ts';
import type { Response as DiscordResponse, Responses } from '../discord/respond.ts';
import { isSigned } from './signature.ts';

const MAX_BODY = 1024 * 1024;

export interface Interactions {
  readonly publicKey: KeyObject;
  readonly now: () => number;
  readonly respond: (incoming: Incoming) => Promise<Responses>;
  /** Takes over what follows a deferral. */
  readonly onLater: (reference: InteractionReference, later: NonNullable<Responses['later']>) => void;
  readonly onMalformed: (error: unknown) => void;
}

/** JSON, or a form with the files beside it, because Discord takes both. */
function httpBody({ body, files }: DiscordResponse): Response {
  if (files.length === 0) return Response.json(body);
  const form = new FormData();
  form.append('payload_json', JSON.stringify(body));
  for (const [index, { name, type, bytes }] of files.entries()) {
    form.append(`files[${index}]`, new Blob([Buffer.from(bytes)], { type }), name);
  }
  return new Response(form);
}

function parse(body: Buffer): Incoming | Error {
  try {
    return readInteraction(JSON.parse(body.toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof ZodError) return error;
    throw error;
  }
}

/** `POST /`: 401 without Discord's signature, 413 over 1 MiB, 400 for what is signed but is no interaction. */
export function interactions({ publicKey, now, respond, onLater, onMalformed }: Interactions): Hono {
  const onError = () => new Response('the body is over 1 MiB', { status: 413 });
  return new Hono().post('/', bodyLimit({ maxSize: MAX_BODY, onError }), async (c) => {
    const body = Buffer.from(await c.req.arrayBuffer());
    const signature = c.req.header('x-signature-ed25519');
    const timestamp = c.req.header('x-signature-timestamp');
    if (!isSigned({ signature, timestamp, body }, publicKey, now())) return c.text('invalid request signature', 401);
    const incoming = parse(body);
    if (incoming instanceof Error) {
      onMalformed(incoming);
      return c.text('not an interaction', 400);
    }
    const { first, later } = await respond(incoming);
    if (later && incoming.kind !== 'ping') onLater(incoming.reference, later);
    return httpBody(first);
  });
}
