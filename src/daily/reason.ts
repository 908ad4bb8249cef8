/** Why a post was not made, as the store keeps it: in no language, so that each reader gets it in theirs. */
import type { Reason } from '../answer/daily.ts';
import { isMessageKey } from '../messages/messages.ts';

/** The reverse of `readReason`. */
export function storedReason(reason: Reason): string {
  return typeof reason === 'string' ? reason : JSON.stringify(reason);
}

/** A reason out of the store; what is no message is somebody's own words. */
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
