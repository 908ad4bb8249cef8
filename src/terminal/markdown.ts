import { stripVTControlCharacters, styleText } from 'node:util';
import { leadsToPassage, replaceLinks } from '../text/link.ts';

export type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

/** Colours and weights for a stream that shows them; nothing if it is a file, a pipe, or NO_COLOR is set. */
export function styleFor(stream: NodeJS.WritableStream): Style {
  return (format, text) => styleText(format, text, { stream, validateStream: true });
}

/** The style of text that goes to programs. */
export const plain: Style = (_format, text) => text;

const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** Escaped characters are put aside while markdown is read, each as itself in the private use area. */
const aside = (text: string) =>
  text.replace(ESCAPED, (_, mark: string) => String.fromCharCode(0xe000 + mark.charCodeAt(0)));
const back = (text: string) =>
  text.replace(/[\ue021-\ue07e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xe000)).replaceAll('\u200b', '');

function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stripVTControlCharacters(indent + longer).length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].join(`\n${indent}`);
}

/** The label alone of a link to a passage, of which there are many; the address of others too, which are the point. */
const drawLink = (label: string, url: string) => (leadsToPassage(url) ? label : `${label} (${url})`);

function inline(text: string, style: Style): string {
  return replaceLinks(text, drawLink)
    .replace(/\*\*(.+?)\*\*/g, (_, bold: string) => style('bold', bold))
    .replace(/`([^`]+)`/g, '$1');
}

function drawLine(line: string, style: Style, width: number): string {
  const small = line.startsWith('-# ');
  const item = line.startsWith('- ');
  const quote = line.startsWith('> ');
  const lead = small ? '  ' : item ? '• ' : quote ? '│ ' : '';
  const body = wrap(
    inline(line.slice(small ? 3 : item || quote ? 2 : 0), style),
    width,
    quote ? '│ ' : ' '.repeat(lead.length),
  );
  return small ? style('dim', lead + body) : lead + body;
}

/** The small markdown of replies as a terminal shows it, wrapped at `width` columns. */
export function drawMarkdown(text: string, style: Style, width: number): string {
  const safe = stripVTControlCharacters(text);
  return back(
    aside(safe)
      .split('\n')
      .map((line) => drawLine(line, style, width))
      .join('\n'),
  );
}
