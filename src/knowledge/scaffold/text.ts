/** A text as an article: its headline and its paragraphs, and which of its lines are neither. */
import { words } from '../../text/normalise.ts';
import { linesOf } from '../article-text.ts';
import { plainText } from '../fingerprint.ts';

/** What a text holds as an article. */
export interface Source {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  /** Every line but the headline, as a link's words are looked for in all of them. */
  readonly lines: readonly string[];
  /** Lines that were taken for sub-headings, links or a standfirst. */
  readonly leftOut: readonly string[];
}

/** The article in a text, or a sentence that says why it is none. */
export type Sourced = { readonly source: Source } | { readonly refused: string };

/** A file's bytes as text; nothing if they are none. */
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
/** So much of a standfirst stands in the paragraph that it foretells. */
const FORETOLD = 0.7;
/** With so many lines, most of which end within a sentence, it is the lines that are wrapped. */
const WRAPPED = 6;

/**
 * Reads a text of which the first line is the headline, unless `title` is, and every line after it a paragraph or a
 * heading: nothing else tells them apart, so a paragraph is a line that ends as a sentence does.
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

/** Whether a line says what a later one says again, as a standfirst does. */
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

/** The first full date that a text names, in ISO; nothing if it names none. */
export function dateIn(text: string): string | undefined {
  const [, isoYear, isoMonth, isoDay, day, month, year, monthFirst, dayNext, yearLast] = DATE.exec(text) ?? [];
  const number = String(MONTHS.indexOf(month ?? monthFirst ?? '') + 1);
  const parts = isoYear ? [isoYear, isoMonth, isoDay] : [year ?? yearLast, number, day ?? dayNext];
  const date = parts.map((part = '') => part.padStart(2, '0')).join('-');
  return isDate(date) ? date : undefined;
}

/** Whether a text is a day in ISO. */
export function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
