/** Texts that people typed, made safe to stand in a reply; and texts cut to a length. */

import { startOfLinkAround } from './link.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

// Controls, direction marks, zero-width blanks and halves of a surrogate pair; the joiner inside an emoji stays.
const CONTROL = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2060\ufeff]+/gu;
/** All that Discord's markdown gives a meaning; a dot or a colon inside a word would make an address of it. */
const MARKDOWN = /[\\`*_~|<>[\]#]|:|\.(?=\S)|^[-+]/g;

/**
 * What a person typed, on one line, that reads as typed and does nothing: no mention, link, heading, code, list, quote
 * or spoiler; control and direction characters become a blank.
 */
export function quoteUserText(text: string): string {
  return text.replace(CONTROL, ' ').replace(/\s+/g, ' ').trim().replace(MARKDOWN, '\\$&').replaceAll('@', '@\u200b');
}

/** The text where it has at most `limit` UTF-16 units, else cut at a word, never inside a character or a link, and "…". */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit - 1) break;
    end = index + segment.length;
  }
  const whole = text.slice(0, end);
  const blank = whole.search(/\s\S*$/);
  // A word longer than half of what is left is cut inside, so that something remains to be read.
  const atWord = /\s/.test(text.charAt(end)) ? whole : blank >= limit / 2 ? whole.slice(0, blank) : whole;
  const within = text.slice(0, startOfLinkAround(text, atWord.length) ?? atWord.length);
  return `${within.trimEnd()}…`;
}

/** "1 fact", "2 facts". */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
