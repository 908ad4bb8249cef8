/** A question as it may be kept: without what could lead to a person. */

import { normalise } from '../text/normalise.ts';
import { cut } from '../text/quote.ts';

/** A question is told by its beginning, and is kept no longer. */
const READ = 1000;
const KEPT = 200;

/** Discord's own: <@1>, <@!1>, <@&1>, <#1>, </name:1>, <:name:1>, <a:name:1>, <t:1>, <id:name>. */
const DISCORD = /<(?:[@#/:t]|a:|id:)[^<>\s]{1,100}>/g;

/**
 * Words that hold an address, or a part of one: anything with "://", "www." or a dot right before letters, as no list of
 * top-level domains is ever whole; "@" for mail and names; "name#1234"; and groups of hexadecimal digits, as in IPv6.
 * Rather a word too many: nobody misses it who reads what was asked.
 */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^\S{1,100}@\S{1,100}\.\S/, '[e-mail]'],
  [/@|\p{L}#\d/u, '[mention]'],
  [/:\/\/|^www\.|(?<!\.|^\p{L}|^mrs?|^dr)[.。]\p{L}{2}/u, '[link]'],
  [/^(?!\d{1,2}:\d\d:\d\d\b)\S*?(?:[0-9a-f]{0,4}:){2}[0-9a-f:]/, '[link]'],
];
/** No such word is without one of these. */
const OF_ADDRESSES = /[@#:.。]/;
/** "jo at example dot com", with brackets or without; looked for only where there is a dot, as it is slow to look for. */
const DOT = /\bdot\b/;
const SPELT =
  /\S{1,100}\s?[[(]?\bat\b[\])]?\s?\S{1,100}\s?[[(]\s?dot\s?[\])]\s?\S{1,100}|\S{1,100} at \S{1,100} dot \S{1,100}/g;

/** Digits with up to three of whatever is neither letter nor digit between two of them. */
const NUMBER = /[+(]*\p{Nd}(?:[^\p{L}\p{N}?!]{0,3}\p{Nd})+/gu;
const DIGIT = /\p{Nd}/gu;
/** A telephone number has so many digits; counted beside `NUMBER`, as with `{6,}` it takes V8 a tenth of a second to compile. */
const LEAST_DIGITS = 7;
/** What looks as long and is none: dates, years, times, thousands, one number twice, and several of these. */
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)$/;
const YEAR_OR_TIME = /^(?:(?:19|20)\d\d|\d{1,2}:\d\d)$/;
const THOUSANDS = /^\d{1,3}(?:,\d{3}){1,3}$/;
const TWICE = /^([1-9][\d,]{0,6})\D{1,3}\1$/;
const BETWEEN = /\s?[-–—,/]\s|\s?[–—]\s?|\s|(?<=\d{3}|\d{4})-(?=\d{3})/;

const isPlainPart = (part: string) => [DATE, YEAR_OR_TIME, THOUSANDS].some((form) => form.test(part));
const isPlain = (number: string) =>
  isPlainPart(number) || TWICE.test(number) || number.split(BETWEEN).every(isPlainPart);

/** The beginning, which ends neither in a part of a word nor in a part of a number. */
function begun(text: string): string {
  if (text.length <= READ) return text;
  const beginning = text.slice(0, READ);
  return beginning.slice(0, Math.max(beginning.search(/\s\S*$/), 0)).replace(/[^\p{L}]+$/u, '');
}

function withoutAddresses(text: string): string {
  if (!OF_ADDRESSES.test(text)) return text;
  return text
    .split(' ')
    .map((word) => WORDS.find(([form]) => form.test(word))?.[1] ?? word)
    .join(' ');
}

const isLong = (number: string) => (number.match(DIGIT) ?? []).length >= LEAST_DIGITS;

/**
 * A question's normalised text with links, e-mail addresses, mentions, Discord's ids and numbers as long as a
 * telephone's struck out. Normalised first, so that wide digits and hidden characters hide nothing.
 */
export function redact(question: string): string {
  // Once more after normalising, which can make many characters of one.
  const plain = begun(normalise(begun(question))).replace(DISCORD, '[mention]');
  const spelt = DOT.test(plain) ? plain.replace(SPELT, '[e-mail]') : plain;
  const struck = withoutAddresses(spelt).replace(NUMBER, (number) =>
    isLong(number) && !isPlain(number) ? '[number]' : number,
  );
  return cut(struck, KEPT);
}
