/** The words by which a link finds a paragraph on the article's page. */
import type { Passage } from '../text/link.ts';
import { plainText } from './fingerprint.ts';

/** Matches as a browser does: whole words, ignoring case. */
function occurrences(words: string, lines: readonly string[]): number {
  const wanted = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(plainText(words))}(?![\\p{L}\\p{N}])`, 'giu');
  return lines.reduce((sum, line) => sum + [...plainText(line).matchAll(wanted)].length, 0);
}

/**
 * The fewest words at the start and at the end of a paragraph that are unique in the article's lines, without
 * surrounding punctuation. Undefined if no start is unique; no end if it would overlap with the start.
 */
export function passageOf(paragraph: string, lines: readonly string[]): Passage | undefined {
  const words = paragraph.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const trimmed = (from: number, to?: number) =>
    words
      .slice(from, to)
      .join(' ')
      .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const counts = words.map((_word, index) => index + 1);
  const isUnique = (text: string) => occurrences(text, lines) === 1;
  const starts = counts.find((count) => isUnique(trimmed(0, count)));
  const ends = counts.find((count) => isUnique(trimmed(-count)));
  if (starts === undefined) return undefined;
  return {
    starts: trimmed(0, starts),
    ...(ends !== undefined && starts + ends <= words.length && { ends: trimmed(-ends) }),
  };
}
