/** The nonce by which Discord knows a post again, and for how long it does. */
import { createHash } from 'node:crypto';
import { NONCE_MS } from './channel.ts';

/** The same for a server and date, whoever sends; Discord allows 25 characters. */
export function nonceOf(guild: string, date: string): string {
  return createHash('sha256').update(`${guild} ${date}`).digest('base64url').slice(0, 22);
}

/** Which nonces this process has sent so lately that Discord makes no second message of them. */
export interface Nonces {
  /** A nonce goes out of which nothing can have been posted before. */
  readonly begin: (nonce: string) => void;
  /** Whether sending it again makes no second message; false of a nonce that another process began. */
  readonly hold: (nonce: string) => boolean;
}

/** @param elapsed milliseconds by a clock that nobody sets, as what time it is may change between two attempts. */
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
