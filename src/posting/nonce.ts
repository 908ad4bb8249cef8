/** The nonce by which Discord recognises a repeated post, and how long it does so. */
import { createHash } from 'node:crypto';
import { NONCE_MS } from './channel.ts';

/** The nonce of a server and date, the same for every process; Discord allows 25 characters. */
export function nonceOf(guild: string, date: string): string {
  return createHash('sha256').update(`${guild} ${date}`).digest('base64url').slice(0, 22);
}

/** The nonces that this process has sent so recently that Discord makes no second message from them. */
export interface Nonces {
  /** Records that a nonce is sent for the first time. */
  readonly begin: (nonce: string) => void;
  /** Whether sending it again makes no second message; false for a nonce of another process. */
  readonly hold: (nonce: string) => boolean;
}

/** @param elapsed milliseconds by a monotonic clock, because the wall clock may be set between two attempts. */
export function createNonces(elapsed: () => number): Nonces {
  const began = new Map<string, number>();
  const forget = () => {
    for (const [nonce, at] of began) if (elapsed() - at > NONCE_MS) began.delete(nonce);
  };
  return {
    begin: (nonce) => {
      forget();
      began.set(nonce, elapsed());
    },
    hold: (nonce) => {
      forget();
      return began.has(nonce);
    },
  };
}
