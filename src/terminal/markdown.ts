import { stripVTControlCharacters, styleText } from 'node:util';
import { leadsToPassage, replaceLinks } from '../text/link.ts';

export type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

/** Colours and bold text for a stream that supports them; plain text for a file or a pipe, or if NO_COLOR is set. */
export function styleFor(stream: NodeJS.WritableStream): Style {
  return (format, text) => styleText(format, text, { stream, validateStream: true });
}

/** The style of text for programs. */
export const plain: Style = (_format, text) => text;

const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** Escaped characters are mapped to the private use area while markdown is parsed. */
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

/** Only the label of a link to a passage, because there are many; for other links also the address. */
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

/** Renders the markdown of replies for a terminal, wrapped at `width` columns. */
export function drawMarkdown(text: string, style: Style, width: number): string {
  const safe = stripVTControlCharacters(text);
  return back(
    aside(safe)
      .split('\n')
      .map((line) => drawLine(line, style, width))
      .join('\n'),
  );
}
