/** The door of Discord's interactions with a key of our own, made at start, so that the page comes in the same way. */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { Hono } from 'hono';
import type { Responses } from '../discord/respond.ts';
import { type Interactions, interactions } from '../http/interactions.ts';

type Later = NonNullable<Responses['later']>;

export interface Door {
  /** Signs a raw interaction as Discord would, and gives what the bot answers Discord. */
  readonly knock: (body: string) => Promise<Response>;
  /** The answer that follows a deferral, once, by the interaction's token. */
  readonly later: (token: string) => Later | undefined;
}

/** A door to whoever responds; nobody else has its key. */
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
    // The page's own middleware refuses what is not its own, before it comes here.
    onRefused: () => undefined,
    onLater: ({ token }, later) => deferred.set(token, later),
  });
  return {
    knock: async (body) => {
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
