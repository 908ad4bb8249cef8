/**
 * What a curator reads if a file is not valid YAML: what is wrong and how to fix it, instead of the parser's message.
 */
import { type Document, isScalar, visit, type YAMLError } from 'yaml';

export interface Fault {
  readonly offset: number;
  readonly message: string;
}

const INDENT =
  'fields of one item start in the same column, and items of one list each begin with "- " in the same column';
const FIELD = 'this should be a field: its name, a colon, a blank and its content, such as "text: Talks were held"';
const QUOTES = 'put the whole text in double quotes';

/** Messages by the parser's error code, given the source from the error on and the parser's message. */
const SENTENCES: Partial<Record<YAMLError['code'], (rest: string, detail: string) => string>> = {
  TAB_AS_INDENT: () => 'this line is indented with a tab; use spaces',
  BAD_INDENT: (_rest, detail) =>
    detail.startsWith('Flow')
      ? `a list or item that was opened above with [ or { is not closed before this line; close it with ] or }`
      : `this line is indented unlike its neighbours; ${INDENT}`,
  DUPLICATE_KEY: (rest) =>
    `\`${firstLine(rest).split(':')[0]}\` stands twice here; keep one of them, or join their contents`,
  BLOCK_AS_IMPLICIT_KEY: (rest) => {
    if (rest.trimStart().startsWith('- ')) return `this line is indented unlike its neighbours; ${INDENT}`;
    return firstLine(rest).includes(': ')
      ? `a colon with a blank after it stands inside a text; ${QUOTES}`
      : `the line after this one is indented too far; ${INDENT}`;
  },
  MULTILINE_IMPLICIT_KEY: () => FIELD,
  MISSING_CHAR: (_rest, detail) => {
    if (detail.includes('quote')) return 'a quote is opened here and never closed; close it at the end of its text';
    if (detail.startsWith('Sequence')) return `this line is indented unlike its neighbours; ${INDENT}`;
    return FIELD;
  },
  BAD_SCALAR_START: (rest) => `a text may not begin with ${rest[0]} as it is; ${QUOTES}`,
  UNEXPECTED_TOKEN: () =>
    `something stands after the end of a text; ${QUOTES}, and write a double quote inside them as \\"`,
  MULTIPLE_DOCS: () => '"---" begins a second document; a file holds one, so take the line out',
  BAD_DQ_ESCAPE: () => 'a backslash in double quotes has a meaning of its own; write it twice',
  TAG_RESOLVE_FAILED: () => `a text that begins with ! loses its first word; ${QUOTES}`,
};

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function faultOf(error: YAMLError, document: Document, source: string): Fault {
  const offset = error.message.includes('closing') ? lastQuote(document, error.pos[0]) : error.pos[0];
  const rest = source.slice(offset);
  if (/^[<=>]{7}/.test(rest)) {
    return { offset, message: 'a merge left its marks here; keep the lines that are right and take the marks out' };
  }
  const sentence = SENTENCES[error.code];
  return {
    offset,
    message: sentence
      ? sentence(rest, error.message)
      : `this cannot be read as YAML (${error.message}); compare it with the lines around it`,
  };
}

/** The start of the last quoted text: the parser notices only at the end of the file that it is not closed. */
function lastQuote(document: Document, otherwise: number): number {
  let offset = otherwise;
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if (type?.startsWith('QUOTE')) offset = range?.[0] ?? offset;
    },
  });
  return offset;
}

/** Text that YAML would silently drop or replace: comments beside a text, anchors and aliases. */
function losses(document: Document, source: string): Fault[] {
  const found: Fault[] = [];
  visit(document, {
    Alias: (_key, node) => {
      found.push({ offset: node.range?.[0] ?? 0, message: `a text may not begin with * as it is; ${QUOTES}` });
    },
    Node: (_key, node) => {
      const [start, end] = node.range ?? [0, 0];
      if ('anchor' in node && node.anchor)
        found.push({ offset: start, message: `a text that begins with & loses its first word; ${QUOTES}` });
      if (
        isScalar(node) &&
        node.type === 'PLAIN' &&
        typeof node.value === 'string' &&
        /^[ \t]+#/.test(source.slice(end, end + 80))
      ) {
        found.push({
          offset: end,
          message: `from # on, this text is lost as a comment; ${QUOTES}, or give the comment a line of its own`,
        });
      }
    },
  });
  return found;
}

/**
 * Everything that makes a document invalid or changes its meaning, as offsets into its source with messages. Only the
 * first syntax error: the others mostly follow from it.
 */
export function yamlFaults(document: Document, source: string): Fault[] {
  const first = document.errors[0] ?? document.warnings[0];
  return first ? [faultOf(first, document, source)] : losses(document, source);
}
