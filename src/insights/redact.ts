/** A question as it may be kept: without what could lead to a person. */

import { normalise, words } from '../text/normalise.ts';
import { cut } from '../text/quote.ts';

/** A question is told by its beginning, and is kept no longer. */
const READ = 1000;
const KEPT = 200;

/** A part of a domain. */
const LABEL = String.raw`[^\s@.。/:[\](){}<>]+`;
/** A dot as it is spelt, in brackets or between blanks; before an ending that is no word; and right before letters. */
const SPELT_DOT = String.raw`(?:\s?[[({<]\s?(?:[.。]|dot|точка|крапка|nokta)\s?[\])}>]\s?|[\s_-]dot[\s_-])`;
const ENDING_DOT = String.raw`\s?[.。]\s?(?=(?:com|net|org|gg|io)\b)`;
/** The same in words of other languages, which are said of other things as well. */
const SAID_DOT = String.raw`\s(?:точка|крапка|nokta)\s(?=(?:com|net|org|ru|ua|tr|ком|нет|ру|рф|укр|юа)(?!\p{L}))`;
const TIGHT_DOT = String.raw`(?<!\b(?:\p{L}|mrs?|ms|dr|st))[.。](?=\p{L}{2})`;
const DOT = `(?:${SPELT_DOT}|${ENDING_DOT}|${SAID_DOT}|${TIGHT_DOT})`;
/** Any dot, where an "@" before it leaves no doubt. */
const ANY_DOT = String.raw`(?:\s?[.。]\s?|${SPELT_DOT})`;
const AT = String.raw`(?:@\s?|\s@\s|\s?[[({<]\s?(?:@|at|собака|собачка|равлик)\s?[\])}>]\s?)`;
const AT_WORD = String.raw`[\s_-](?:at|собака|собачка|равлик|kuyruklu\sa)[\s_-]`;
const PROVIDER = '(?:g|hot|proton|google)mail|outlook|yahoo|icloud|proton|yandex';
/** "v.putin" and "mr.xi" are names. */
const NAME = String.raw`[^\p{L}\p{N}\s]*(?:\p{L}[.。]\p{L}{4,}|(?:mrs?|ms|dr|st)[.。]\p{L}+)[^/.。\s]*[.。]*(?!\S)`;

/** What is looked for, with all of the words in which it begins and ends. */
const form = (source: string) => new RegExp(String.raw`(?<!\S)[^\p{L}\p{N}\s@:<]*${source}\S*`, 'gu');

/**
 * What leads to a person, by its form, in the order in which it is struck out. No list of top-level domains is ever whole,
 * so a dot right before letters makes a link. Rather a word too many: nobody misses it who reads what was asked.
 */
const ADDRESSES: readonly (readonly [RegExp, string])[] = [
  // Discord's own: <@1>, <@!1>, <@&1>, <#1>, </name:1>, <:name:1>, <a:name:1>, <t:1>, <id:name>.
  [/<(?:[@#/:t]|a:|id:)[^<>\s]{1,100}>/g, '[mention]'],
  [form(String.raw`\S+?${AT}${LABEL}(?:${ANY_DOT}${LABEL})*${ANY_DOT}\p{L}{2}`), '[e-mail]'],
  [form(String.raw`\S+?${AT_WORD}${LABEL}(?:${ANY_DOT}${LABEL})*${DOT}\p{L}{2}`), '[e-mail]'],
  [form(String.raw`\S+\s@${LABEL}[.。](?:com|net|org)\b`), '[e-mail]'],
  [form(String.raw`\S+?(?:${AT_WORD}|\s?@\s?)(?:${PROVIDER})\b(?:\s(?:com|net)\b)?`), '[e-mail]'],
  [form(String.raw`\S*:\s?/\s?/\s?${LABEL}(?:${DOT}${LABEL})*`), '[link]'],
  [form(`www${ANY_DOT}${LABEL}(?:${DOT}${LABEL})*`), '[link]'],
  [form(String.raw`(?!${NAME})\S*?[^\s.。][.。]\p{L}{2}`), '[link]'],
  [form(String.raw`\S+?(?:${SPELT_DOT}|${ENDING_DOT}|${SAID_DOT})\p{L}{2}\S*(?:\sslash\s\S+)*`), '[link]'],
  [form(String.raw`\S+\s[.。]\s?\p{L}+/`), '[link]'],
  // Groups of hexadecimal digits, as in IPv6, but not a time of day.
  [form(String.raw`(?!\d{1,2}:\d\d:\d\d\b)\S*?(?:[0-9a-f]{0,4}:){2}[0-9a-f:]`), '[link]'],
  [form(String.raw`\S*@\s?`), '[mention]'],
  [form(String.raw`\S*\p{L}(?:#\d|\s#\s?\d{4}\b)`), '[mention]'],
];
/** No address is without one of these. */
const OF_ADDRESSES = new RegExp(String.raw`[@#:.。<]|\bdot\b|_dot_|точка|крапка|nokta|${PROVIDER}`);

/** Digits with up to three of whatever is neither letter nor digit between two of them. */
const NUMBER = /[+(]*\p{Nd}(?:[^\p{L}\p{N}?!]{0,3}\p{Nd})+/gu;
const DIGIT = /\p{Nd}/gu;
/** A telephone number has so many digits; counted beside `NUMBER`, as with `{6,}` it takes V8 a tenth of a second to compile. */
const LEAST_DIGITS = 7;
/** Four short groups: of what is left when long numbers are struck out, IPv4 addresses. */
const IPV4 = form(String.raw`\S*?(?<!\d)\d{1,3}(?:\s?[.。]\s?\d{1,3}){3}(?!\d)`);
const DOT_OF_DIGITS = new RegExp(`(?<=\\d)${SPELT_DOT}(?=\\d)`, 'g');
/** What looks as long and is none: dates, years, times, thousands, one number twice, and several of these. */
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)$/;
const YEAR_OR_TIME = /^(?:(?:19|20)\d\d|\d{1,2}:\d\d)$/;
const THOUSANDS = /^\d{1,3}(?:,\d{3}){0,2},\d00$/;
const TWICE = /^([1-9][\d,]{0,4})\D{1,3}\1$/;
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
  return ADDRESSES.reduce((struck, [address, kind]) => struck.replace(address, kind), text);
}

const isLong = (number: string) => (number.match(DIGIT) ?? []).length >= LEAST_DIGITS;

/**
 * A question's normalised text with links, e-mail addresses, mentions, Discord's ids and numbers as long as a
 * telephone's struck out. Normalised first, so that wide digits and hidden characters hide nothing.
 */
export function redact(question: string): string {
  // Once more after normalising, which can make many characters of one.
  const plain = begun(normalise(begun(question)));
  const struck = withoutAddresses(plain)
    .replace(DOT_OF_DIGITS, '.')
    .replace(NUMBER, (number) => (isLong(number) && !isPlain(number) ? '[number]' : number))
    .replace(IPV4, '[link]');
  return cut(struck, KEPT);
}

const PLACEHOLDER = /\[[a-z-]+\]/g;

/** The words of a kept text, by which it is known among phrasings: without what stands for what was struck out. */
export const comparable = (text: string): string => words(text.replace(PLACEHOLDER, ' ')).join(' ');
