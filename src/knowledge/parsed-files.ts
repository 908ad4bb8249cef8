import { join, relative, sep } from 'node:path';
import { type Files, type Folder, filesOf, nameOfFolder, readFiles, type Texts } from './files.ts';
import type { Place } from './knowledge.ts';
import { parseYaml, type Yaml } from './parse-yaml.ts';
import { type Finding, type Position, type Problem, printPosition } from './problem.ts';

/** Every file under the knowledge folder, parsed. */
export interface ParsedFiles {
  readonly folder: string;
  /** By path inside the folder, with forward slashes. */
  readonly files: ReadonlyMap<string, Yaml>;
  /** SHA-256 over all files. */
  readonly hash: string;
  /** The hash of each folder inside, by its name; that of the files beside them under the empty name. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** Parses the files of one folder of the knowledge. */
export type ParseFolder = (name: string, folder: Folder) => ReadonlyMap<string, Yaml>;

const parseEach: ParseFolder = (_name, { texts }) =>
  new Map(Array.from(texts, ([file, text]) => [file, parseYaml(text)]));

/** The files as they would be after an edit. */
const withEdited = ({ folders }: Files, edited: Texts): Files =>
  filesOf(new Map([...[...folders.values()].flatMap(({ texts }) => [...texts]), ...edited]));

/** Reads and parses a knowledge folder, with `edited` files as they would be after an edit. */
export function parseFiles(folder: string, edited?: Texts, parse: ParseFolder = parseEach): ParsedFiles {
  const read = readFiles(folder);
  const { folders, hash } = edited ? withEdited(read, edited) : read;
  return {
    ...{ folder, hash },
    files: new Map([...folders].flatMap(([name, theirs]) => [...parse(name, theirs)])),
    hashes: new Map([...folders].map(([name, theirs]) => [name, theirs.hash])),
  };
}

/** Whether a folder's article is marked as a draft, even if the rest cannot be read. */
export const isDraftFolder = ({ files }: Pick<ParsedFiles, 'files'>, folder: string): boolean =>
  files.get(`${folder}/article.yaml`)?.field('draft') === true;

/** The article's folder of a problem. */
export const folderOf = ({ folder }: ParsedFiles, { file }: Problem): string =>
  relative(folder, file).split(sep)[0] ?? '';

/** The parsed files without some articles' folders. */
export const withoutFolders = (parsed: ParsedFiles, folders: readonly string[]): ParsedFiles => ({
  ...parsed,
  files: new Map([...parsed.files].filter(([file]) => !folders.includes(nameOfFolder(file)))),
});

/** The position of a place; line 1, column 1 for a missing file. */
function positionOf({ folder, files }: ParsedFiles, place: Place): Position {
  const yaml = files.get(place.file);
  const { line, column } = yaml ? yaml.lineAndColumn(yaml.offsetOf(place.path)) : { line: 1, column: 1 };
  return { file: join(folder, place.file), line, column };
}

/** The syntax errors of all files. */
export function syntaxProblems({ folder, files }: ParsedFiles): Problem[] {
  return [...files].flatMap(([file, yaml]) =>
    yaml.faults.map(({ offset, message }) => ({ file: join(folder, file), ...yaml.lineAndColumn(offset), message })),
  );
}

/** Findings as problems with their lines, in the order of files, then of lines. */
export function locate(parsed: ParsedFiles, findings: readonly Finding[]): Problem[] {
  return inOrder(
    findings.map(({ place, message, other }) => ({
      ...positionOf(parsed, place),
      message: other ? `${message}; the other is at ${printPosition(positionOf(parsed, other))}` : message,
    })),
  );
}

/** Problems in the order of files, then of lines. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
