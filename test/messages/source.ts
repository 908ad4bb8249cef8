/** The program's own source, looked through for texts. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';

const ROOT = join(import.meta.dirname, '../..');

/** A node of a syntax tree (https://github.com/estree/estree); what it holds depends on its type. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

/** A node and all within it, but for those that `enters` is false of, and what is in them. */
export function within(node: Node, enters: (node: Node) => boolean = () => true): readonly Node[] {
  return enters(node) ? [node, ...childrenOf(node).flatMap((child) => within(child, enters))] : [];
}

export interface Source {
  readonly file: string;
  readonly text: string;
  readonly tree: Node;
}

/** The files of these patterns, from the root, with their syntax trees. */
export function sources(patterns: readonly string[], exclude: readonly string[] = []): readonly Source[] {
  return globSync(patterns, { cwd: ROOT, exclude }).map((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return { file, text, tree: parseAst(text, { lang: 'ts' }) as unknown as Node };
  });
}

/** The name by which a function is called: `say` for `say(…)` and for `messages.say(…)`. */
export function calledName({ callee }: Node): string {
  if (!isNode(callee)) return '';
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return isNode(name) && typeof name.name === 'string' ? name.name : '';
}
