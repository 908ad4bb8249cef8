/** Redacts a question: removes what could identify a person. */

import { normalise, words } from '../text/normalise.ts';
import { cut } from '../text/quote.ts';

/** The most characters of a question that are kept: its beginning says what it asks. */
const READ = 1000;
const KEPT = 200;

/** A label of a domain name. */
const LABEL = String.raw`[^\s@.。/:[\](){}<>]+`;
/** Dots in addresses: spelt out or in brackets, before a common ending, and right before letters. */
const SPELT_DOT = String.raw`(?:\s?[[({<]\s?(?:[.。]|dot|точка|крапка|nokta)\s?[\])}>]\s?|[\s_-]dot[\s_-])`;
const ENDING_DOT = String.raw`\s?[.。]\s?(?=(?:com|net|org|gg|io)\b)`;
/** The same in words of other languages, which also have other meanings, so only before a known ending. */
const SAID_DOT = String.raw`\s(?:точка|крапка|nokta)\s(?=(?:com|net|org|ru|ua|tr|ком|нет|ру|рф|укр|юа)(?!\p{L}))`;
const TIGHT_DOT = String.raw`(?<!\b(?:\p{L}|mrs?|ms|dr|st))[.。](?=\p{L}{2})`;
const DOT = `(?:${SPELT_DOT}|${ENDING_DOT}|${SAID_DOT}|${TIGHT_DOT})`;
/** Any dot, for use after an "@", which leaves no doubt. */
const ANY_DOT = String.raw`(?:\s?[.。]\s?|${SPELT_DOT})`;
const AT = String.raw`(?:@\s?|\s@\s|\s?[[({<]\s?(?:@|at|собака|собачка|равлик)\s?[\])}>]\s?)`;
const AT_WORD = String.raw`[\s_-](?:at|собака|собачка|равлик|kuyruklu\sa)[\s_-]`;
const PROVIDER = '(?:g|hot|proton|google)mail|outlook|yahoo|icloud|proton|yandex';
/** "v.putin" and "mr.xi" are names. */
const NAME = String.raw`[^\p{L}\p{N}\s]*(?:\p{L}[.。]\p{L}{4,}|(?:mrs?|ms|dr|st)[.。]\p{L}+)[^/.。\s]*[.。]*(?!\S)`;

/** A pattern, extended to the whole words in which it begins and ends. */
const form = (source: string) => new RegExp(String.raw`(?<!\S)[^\p{L}\p{N}\s@:<]*${source}\S*`, 'gu');

/**
 * Patterns of what could identify a person, in the order in which they are redacted. No list of top-level domains is
 * ever complete, so a dot right before letters makes a link. Better to redact a word too many: no reader of the
 * questions misses it.
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
/** A quick test: every address contains one of these. */
const OF_ADDRESSES = new RegExp(String.raw`[@#:.。<]|\bdot\b|_dot_|точка|крапка|nokta|${PROVIDER}`);

/** Digits with up to three characters between them that are neither letters nor digits. */
const NUMBER = /[+(]*\p{Nd}(?:[^\p{L}\p{N}?!]{0,3}\p{Nd})+/gu;
const DIGIT = /\p{Nd}/gu;
/**
 * The fewest digits of a telephone number; counted separately, because V8 takes a tenth of a second to compile `NUMBER`
 * with `{6,}`.
 */
const LEAST_DIGITS = 7;
/** Four short groups: once long numbers are redacted, only IPv4 addresses are left. */
const IPV4 = form(String.raw`\S*?(?<!\d)\d{1,3}(?:\s?[.。]\s?\d{1,3}){3}(?!\d)`);
const DOT_OF_DIGITS = new RegExp(`(?<=\\d)${SPELT_DOT}(?=\\d)`, 'g');
/**
 * What looks like a telephone number and is not one: dates, years, times, thousands, one number twice, and several of
 * these.
 */
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)$/;
const YEAR_OR_TIME = /^(?:(?:19|20)\d\d|\d{1,2}:\d\d)$/;
const THOUSANDS = /^\d{1,3}(?:,\d{3}){0,2},\d00$/;
const TWICE = /^([1-9][\d,]{0,4})\D{1,3}\1$/;
const BETWEEN = /\s?[-–—,/]\s|\s?[–—]\s?|\s|(?<=\d{3}|\d{4})-(?=\d{3})/;

const isPlainPart = (part: string) => [DATE, YEAR_OR_TIME, THOUSANDS].some((form) => form.test(part));
const isPlain = (number: string) =>
  isPlainPart(number) || TWICE.test(number) || number.split(BETWEEN).every(isPlainPart);

/** The beginning of a text, without a partial word or number at its end. */
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
 * A question's normalised text with links, e-mail addresses, mentions, Discord's ids and numbers as long as a telephone
 * number redacted. It is normalised first, so that wide digits and invisible characters hide nothing.
 */
export function redact(question: string): string {
  // Cut again after normalising, which can turn one character into many.
  const plain = begun(normalise(begun(question)));
  const struck = withoutAddresses(plain)
    .replace(DOT_OF_DIGITS, '.')
    .replace(NUMBER, (number) => (isLong(number) && !isPlain(number) ? '[number]' : number))
    .replace(IPV4, '[link]');
  return cut(struck, KEPT);
}

const PLACEHOLDER = /\[[a-z-]+\]/g;

/** The words of a redacted text, without placeholders, for comparison with phrasings. */
export const comparable = (text: string): string => words(text.replace(PLACEHOLDER, ' ')).join(' ');
