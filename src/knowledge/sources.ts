import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Place } from './knowledge.ts';
import { parseYaml, type Yaml } from './parse-yaml.ts';
import { type Finding, type Position, type Problem, printPosition } from './problem.ts';

/** Every file under the knowledge folder, parsed. */
export interface Sources {
  readonly folder: string;
  /** By path inside the folder with forward slashes, in alphabetical order. */
  readonly files: ReadonlyMap<string, Yaml>;
  /** SHA-256 over the sorted paths and contents. */
  readonly hash: string;
}

/** Reads a knowledge folder whole. Files that begin with a dot are an editor's or the system's and are passed by. */
export function readSources(folder: string): Sources {
  const files = new Map<string, Yaml>();
  const hash = createHash('sha256');
  for (const file of pathsUnder(folder)) {
    const source = readFileSync(join(folder, file), 'utf8');
    // Lengths before contents: no two different folders give the same bytes.
    hash.update(`${file}\n${source.length}\n${source}\n`);
    files.set(file, parseYaml(source));
  }
  return { folder, files, hash: hash.digest('hex') };
}

function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Where a place stands; a file that is missing counts as line 1, column 1. */
function positionOf({ folder, files }: Sources, place: Place): Position {
  const yaml = files.get(place.file);
  const { line, column } = yaml ? yaml.lineAndColumn(yaml.offsetOf(place.path)) : { line: 1, column: 1 };
  return { file: join(folder, place.file), line, column };
}

/** The faults that keep files from being read. */
export function syntaxProblems({ folder, files }: Sources): Problem[] {
  return [...files].flatMap(([file, yaml]) =>
    yaml.faults.map(({ offset, message }) => ({ file: join(folder, file), ...yaml.lineAndColumn(offset), message })),
  );
}

/** Problems with their lines, in the order of files, then of lines. */
export function locate(sources: Sources, findings: readonly Finding[]): Problem[] {
  return findings
    .map(({ place, message, other }) => ({
      ...positionOf(sources, place),
      message: other ? `${message}; the other is at ${printPosition(positionOf(sources, other))}` : message,
    }))
    .sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
}
