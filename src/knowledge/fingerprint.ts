import { createHash } from 'node:crypto';

/**
 * A paragraph in the form in which it is compared: NFC, white space collapsed and trimmed, typographic quotes and
 * dashes made plain. Letters keep their case, so that any visible change, except in typography, makes a different text.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The SHA-256 of a paragraph's plain text, as 64 hexadecimal digits. */
export function fingerprint(paragraph: string): string {
  return createHash('sha256').update(plainText(paragraph)).digest('hex');
}
