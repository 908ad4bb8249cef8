/** Makes text from people safe for a reply, and cuts texts to a length. */

import { startOfLinkAround } from './link.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

// Control characters, direction marks, zero-width spaces and lone surrogates; the joiner inside an emoji stays.
const CONTROL = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2060\ufeff]+/gu;
/** All characters with a meaning in Discord's markdown; a dot or a colon inside a word could make it an address. */
const MARKDOWN = /[\\`*_~|<>[\]#]|:|\.(?=\S)|^[-+]/g;

/**
 * Text from a person, on one line, escaped so that it reads as typed: no mention, link, heading, code, list, quote or
 * spoiler; control and direction characters become a space.
 */
export function quoteUserText(text: string): string {
  return text.replace(CONTROL, ' ').replace(/\s+/g, ' ').trim().replace(MARKDOWN, '\\$&').replaceAll('@', '@\u200b');
}

/**
 * The text if it has at most `limit` UTF-16 units; else cut at a word, never inside a character or a link, with "…".
 */
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
  // A word longer than half of the rest is cut inside, so that enough remains to read.
  const atWord = /\s/.test(text.charAt(end)) ? whole : blank >= limit / 2 ? whole.slice(0, blank) : whole;
  const within = text.slice(0, startOfLinkAround(text, atWord.length) ?? atWord.length);
  return `${within.trimEnd()}…`;
}

/** The length of a short text that is quoted back to whoever typed it: a name, a title, a time. */
const QUOTED_BACK = 60;

/** Text from a person as it is quoted back to them: escaped like `quoteUserText`, and cut to a length. */
export function quoteBack(text: string, limit = QUOTED_BACK): string {
  return quoteUserText(cut(text, limit));
}

/** "1 fact", "2 facts". */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
