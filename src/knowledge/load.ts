import { existsSync } from 'node:fs';
import { assemble } from './assemble.ts';
import { unwritten, withoutDrafts } from './drafts.ts';
import type { Knowledge } from './knowledge.ts';
import { reader } from './layout.ts';
import {
  folderOf,
  inOrder,
  isDraftFolder,
  locate,
  type ParsedFiles,
  type ParseFolder,
  parseFiles,
  syntaxProblems,
  withoutFolders,
} from './parsed-files.ts';
import type { Problem } from './problem.ts';
import { toldOnce } from './references.ts';

/** The knowledge, or all problems that make it unusable. */
export type Loaded =
  | {
      readonly ok: true;
      readonly knowledge: Knowledge;
      readonly parsed: ParsedFiles;
      /** The problems of drafts that were left out. */
      readonly leftOut: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a knowledge folder, drafts included. Knowledge that loads is valid: every file has its shape, ids are unique,
 * every reference resolves, and only drafts have empty texts. An invalid draft is left out. Whether the knowledge is
 * also true to the article is up to `npm run check`. Throws only if a file cannot be read at all (permissions, disk).
 * @param edited files as they would be after an edit, by their paths inside the folder
 * @param parse parses the files of a folder
 */
export function loadKnowledge(folder: string, edited?: ReadonlyMap<string, string>, parse?: ParseFolder): Loaded {
  if (!existsSync(folder)) return refuse(folder, 'there is no such folder; the knowledge is read from it');
  return loadFrom(parseFiles(folder, edited, parse), []);
}

const refuse = (folder: string, message: string): Loaded => ({
  ok: false,
  problems: [{ file: folder, line: 1, column: 1, message }],
});

/** Loads the knowledge from parsed files, after some drafts have been left out. */
function loadFrom(parsed: ParsedFiles, leftOut: readonly Problem[]): Loaded {
  const files = reader(parsed);
  if (files.articles.length === 0) {
    if (leftOut.length > 0) return { ok: false, problems: leftOut };
    return refuse(parsed.folder, 'there is no article here; each has a folder of its own');
  }
  const { knowledge, findings, references } = assemble(files, parsed.hash);
  const problems = problemsOf();
  if (problems.length === 0) return { ok: true, knowledge, parsed, leftOut };
  const ofDrafts = problems.filter((problem) => isDraftFolder(parsed, folderOf(parsed, problem)));
  if (ofDrafts.length === 0) return { ok: false, problems: inOrder([...leftOut, ...problems]) };
  // Repeated, because others may refer to what has been left out.
  const broken = ofDrafts.map((problem) => folderOf(parsed, problem));
  return loadFrom(withoutFolders(parsed, broken), inOrder([...leftOut, ...ofDrafts]));

  function problemsOf(): readonly Problem[] {
    const shape = [...syntaxProblems(parsed), ...locate(parsed, files.findings)];
    // All references into an unreadable file would be broken, which says nothing new.
    if (shape.length > 0) return shape;
    // Duplicate ids and unknown topics break other references: the cause is reported first.
    const causes = toldOnce(findings);
    const rest = [...toldOnce(references), ...unwritten(withoutDrafts(knowledge))];
    return locate(parsed, causes.length > 0 ? causes : rest);
  }
}
