/** Reads a text as an article: its headline, its paragraphs, and the lines that are neither. */
import { words } from '../../text/normalise.ts';
import { linesOf } from '../article-text.ts';
import { plainText } from '../fingerprint.ts';

/** The parts of an article's text. */
export interface Source {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  /** Every line but the headline: a link's words are searched in all of them. */
  readonly lines: readonly string[];
  /** Lines that look like sub-headings, links or a standfirst. */
  readonly leftOut: readonly string[];
}

/** The article in a text, or a sentence that says why it is not one. */
export type Sourced = { readonly source: Source } | { readonly refused: string };

/** A file's bytes as text; undefined if they are not text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

const SENTENCE_ENDS = /[.!?…:;]["')\]]*$/;
const POINTER = /^(?:also read|read also|read more|related|advertisement|watch|listen)\b/i;
/** The share of a standfirst's words that occur in the paragraph it summarises. */
const FORETOLD = 0.7;
/** With at least this many lines, most of which end within a sentence, the text is hard-wrapped. */
const WRAPPED = 6;

/**
 * Reads a text. The headline is `title` or else the first line; every other line is a paragraph or a heading. Nothing
 * else distinguishes them, so a paragraph is a line that ends like a sentence.
 */
export function sourceOf(text: string, title?: string): Sourced {
  const all = linesOf(text);
  const headline = title ?? all[0];
  if (headline === undefined) return { refused: 'it is empty' };
  if (all.length === 1) return { refused: 'it has one line, and an article has a headline and paragraphs' };
  const lines = linesOf(text, headline);
  const isSentence = (line: string) => SENTENCE_ENDS.test(plainText(line)) && !POINTER.test(line);
  const broken = lines.filter((line) => !isSentence(line)).length;
  if (lines.length >= WRAPPED && broken > lines.length / 2) {
    return { refused: 'most of its lines end within a sentence; put each paragraph on one line' };
  }
  const [first = '', ...rest] = lines;
  const isParagraph = (line: string) => isSentence(line) && !(line === first && isForetold(first, rest));
  const paragraphs = lines.filter(isParagraph);
  if (paragraphs.length === 0) return { refused: 'none of its lines after the headline ends as a sentence does' };
  return { source: { headline, paragraphs, lines, leftOut: lines.filter((line) => !isParagraph(line)) } };
}

/** Whether a later line repeats a line, which is then a standfirst. */
function isForetold(line: string, rest: readonly string[]): boolean {
  const said = words(line);
  return rest.some((other) => {
    const again = new Set(words(other));
    return said.filter((word) => again.has(word)).length >= said.length * FORETOLD;
  });
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DATE = new RegExp(
  `\\b(\\d{4})-(\\d\\d)-(\\d\\d)\\b|\\b(\\d{1,2})(?:st|nd|rd|th)? (${MONTHS.join('|')}),? (\\d{4})\\b|\\b(${MONTHS.join('|')}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`,
);

/** The first full date in a text, in ISO format; undefined if there is none. */
export function dateIn(text: string): string | undefined {
  const [, isoYear, isoMonth, isoDay, day, month, year, monthFirst, dayNext, yearLast] = DATE.exec(text) ?? [];
  const number = String(MONTHS.indexOf(month ?? monthFirst ?? '') + 1);
  const parts = isoYear ? [isoYear, isoMonth, isoDay] : [year ?? yearLast, number, day ?? dayNext];
  const date = parts.map((part = '') => part.padStart(2, '0')).join('-');
  return isDate(date) ? date : undefined;
}

/** Whether a text is an ISO date. */
export function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
