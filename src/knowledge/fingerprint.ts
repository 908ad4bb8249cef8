import { createHash } from 'node:crypto';

/**
 * A text in the form in which the article's paragraphs are compared: NFC, white space folded to single blanks and
 * trimmed, typographic quotes and dashes made plain. Letters keep their case, so that a paragraph that changed in anything a reader sees,
 * beyond its typography, is another text.
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
