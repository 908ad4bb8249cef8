/**
 * The endpoint for Discord's interactions with a key generated at the start, so that the page uses the same code path
 * as Discord.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { Hono } from 'hono';
import type { Responses } from '../discord/respond.ts';
import { type Interactions, interactions } from '../http/interactions.ts';

type Later = NonNullable<Responses['later']>;

export interface Door {
  /** Signs a raw interaction as Discord would, and returns the bot's response. */
  readonly send: (body: string) => Promise<Response>;
  /** The answer after a deferral, once, by the interaction's token. */
  readonly later: (token: string) => Later | undefined;
}

/** Creates the endpoint in front of `respond`; nobody else has its key. */
export function createDoor({
  now,
  respond,
  onMalformed,
}: Omit<Interactions, 'publicKey' | 'onLater' | 'onRefused'>): Door {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const deferred = new Map<string, Later>();
  const endpoint: Hono = interactions({
    publicKey,
    now,
    respond,
    onMalformed,
    // The page's middleware refuses foreign requests before they get here.
    onRefused: () => undefined,
    onLater: ({ token }, later) => deferred.set(token, later),
  });
  return {
    send: async (body) => {
      const timestamp = String(Math.floor(now() / 1000));
      const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString('hex');
      const headers = { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp };
      return endpoint.request('/', { method: 'POST', headers, body });
    },
    later: (token) => {
      const later = deferred.get(token);
      deferred.delete(token);
      return later;
    },
  };
}
