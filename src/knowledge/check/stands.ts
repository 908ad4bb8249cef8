import { normalise } from '../../text/normalise.ts';
import { plainText } from '../fingerprint.ts';

/** Whether a text contains a name as whole words, ignoring case. */
export function stands(name: string, text: string): boolean {
  const escaped = RegExp.escape(normalise(plainText(name)));
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(normalise(plainText(text)));
}
