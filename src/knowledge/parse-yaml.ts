import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Fault, yamlFaults } from './yaml-faults.ts';

/** A parsed YAML file: its content as plain data, or its syntax errors. */
export interface Yaml {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** The content of a top-level field, as far as it can be read, even in a file with errors. */
  readonly field: (name: string) => unknown;
  /** The offset of a field's name or a list's item, or of the nearest enclosing one if it is missing. */
  readonly offsetOf: (path: readonly PropertyKey[]) => number;
  /** The line and column of an offset, from 1. */
  readonly lineAndColumn: (offset: number) => { readonly line: number; readonly column: number };
}

/** A YAML text whose content is already known to be valid: parsed only if a place is needed. */
export function knownYaml(source: string, value: unknown): Yaml {
  let parsed: Yaml | undefined;
  const whole = () => {
    parsed ??= parseYaml(source);
    return parsed;
  };
  return {
    value,
    faults: [],
    field: (name) => (typeof value === 'object' ? (value as Record<string, unknown> | null)?.[name] : undefined),
    offsetOf: (path) => whole().offsetOf(path),
    lineAndColumn: (offset) => whole().lineAndColumn(offset),
  };
}

/** Parses a YAML text; never throws, whatever the text. */
export function parseYaml(source: string): Yaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, prettyErrors: false });
  const faults = yamlFaults(document, source);
  return {
    value: faults.length === 0 ? document.toJS() : undefined,
    faults,
    field: (name) => (isMap(document.contents) ? document.contents.get(name) : undefined),
    offsetOf: (path) => offsetOf(document, path),
    lineAndColumn: (offset) => {
      const { line, col } = lineCounter.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    },
  };
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) break;
      offset = startOf(item) ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
