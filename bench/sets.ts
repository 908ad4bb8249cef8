import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of a labelled set; in a test file, a null label means that no entry answers the question. */
export interface Line {
  readonly text: string;
  readonly label: string | null;
}

/** The default folder of the public sets. */
export const SETS_FOLDER = join(import.meta.dirname, '..', '..', 'shared', 'benchmarks');

/** The two files of a set. */
export const setFiles = (folder: string, set: string) => ({
  train: join(folder, `${set}.train.jsonl`),
  test: join(folder, `${set}.test.jsonl`),
});

export const WHERE_SETS_ARE =
  'They are made of the public sets BANKING77 (PolyAI) and HINT3 (Haptik): a line of JSON for each phrasing or question, ' +
  '{"text": …, "label": …}. --sets names another folder.';

/** A mistake of the user, reported as a sentence with exit code 2. */
export class UsageError extends Error {}

function lineOf(source: string, place: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    throw new UsageError(`${place} is no JSON: write {"text": …, "label": …}.`);
  }
  const { text, label } = (value ?? {}) as Partial<Line>;
  if (typeof text !== 'string') throw new UsageError(`${place} has no "text": write {"text": …, "label": …}.`);
  if (label === undefined || label === null) return { text, label: null };
  if (typeof label !== 'string') throw new UsageError(`${place} has a "label" that is neither a string nor null.`);
  return { text, label };
}

/** Reads a set in JSON Lines. Throws a UsageError that names the file, or the invalid line. */
export function readSet(file: string): Line[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  return content
    .split('\n')
    .map((source, at) => [source.trim(), `${file}:${at + 1}`] as const)
    .filter(([source]) => source !== '')
    .map(([source, place]) => lineOf(source, place));
}

/** Reads the phrasings to fit on: a set in which every line has a label. */
export function readTraining(file: string): { text: string; label: string }[] {
  const lines = readSet(file).map(({ text, label }, at) => {
    if (label === null)
      throw new UsageError(`${file}: phrasing ${at + 1} has no label: give each phrasing its entry's.`);
    return { text, label };
  });
  if (lines.length === 0) throw new UsageError(`${file} is empty: there is nothing to fit on.`);
  return lines;
}
