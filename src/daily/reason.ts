/** Why a post was not made, as stored: independent of language, so that each reader gets it in their own. */
import type { Reason } from '../answer/daily.ts';
import { isMessageKey } from '../messages/messages.ts';

/** The inverse of `readReason`. */
export function storedReason(reason: Reason): string {
  return typeof reason === 'string' ? reason : JSON.stringify(reason);
}

/** Reads a reason from the store; anything but a message key is plain text. */
export function readReason(stored: string): Reason {
  if (!stored.startsWith('{')) return stored;
  try {
    const { key, values } = JSON.parse(stored);
    return isMessageKey(key) ? { key, ...(values && { values }) } : stored;
  } catch (error) {
    if (error instanceof SyntaxError) return stored;
    throw error;
  }
}
