/** Discord's HTTP endpoint: the same interactions as over the gateway, answered in the response. */
import type { KeyObject } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ZodError } from 'zod';
import { type Incoming, type InteractionReference, readInteraction } from '../discord/incoming.ts';
import type { Response as DiscordResponse, Responses } from '../discord/respond.ts';
import { isSigned, mayBeSigned } from './signature.ts';

/** An interaction is a few kB; one with a forwarded message and its embeds may be tens of kB. */
const MAX_BODY = 128 * 1024;

export interface Interactions {
  readonly publicKey: KeyObject;
  readonly now: () => number;
  readonly respond: (incoming: Incoming) => Promise<Responses>;
  /** Called with what follows a deferral. */
  readonly onLater: (reference: InteractionReference, later: NonNullable<Responses['later']>) => void;
  readonly onMalformed: (error: unknown) => void;
  /** Called with the reason if a request is refused because Discord did not sign it. */
  readonly onRefused: (reason: string) => void;
}

/** JSON, or a form if there are files: Discord accepts both. */
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

/** `POST /`: 401 without Discord's signature, 413 over 128 KiB, 400 for a signed body that is not an interaction. */
export function interactions({ publicKey, now, respond, onLater, onMalformed, onRefused }: Interactions): Hono {
  const onError = () => {
    onRefused('its body is over 128 KiB');
    return new Response('the body is over 128 KiB', { status: 413 });
  };
  const unsigned = () => {
    onRefused('it is not signed by Discord');
    return new Response('invalid request signature', { status: 401 });
  };
  const signatureOf = (c: Context) => ({
    signature: c.req.header('x-signature-ed25519'),
    timestamp: c.req.header('x-signature-timestamp'),
  });
  const app = new Hono();
  app.onError((error, c) => {
    if (!('code' in error) || error.code !== 'ECONNRESET') throw error;
    onRefused('it was broken off');
    return c.text('the request was broken off', 400);
  });
  // Checked before the body is read, so that a request without a signature costs nothing.
  app.use('/', async (c, next) => (mayBeSigned(signatureOf(c), now()) ? next() : unsigned()));
  return app.post('/', bodyLimit({ maxSize: MAX_BODY, onError }), async (c) => {
    const body = Buffer.from(await c.req.arrayBuffer());
    if (!isSigned({ ...signatureOf(c), body }, publicKey, now())) return unsigned();
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
