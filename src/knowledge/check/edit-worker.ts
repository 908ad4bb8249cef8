/** A thread that checks the knowledge as it would be after an edit. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Problem } from '../problem.ts';
import { problemsIn } from './check.ts';

export interface EditToCheck {
  readonly folder: string;
  readonly articles: string | undefined;
  readonly today: string;
  /** The changed files, with their new texts. */
  readonly files: ReadonlyMap<string, string>;
}

export interface CheckedEdit {
  /** The errors after the edit. */
  readonly problems: readonly Problem[];
  /** What is not wrong, but unfinished: phrasings that an entry lacks. */
  readonly left: readonly Problem[];
}

const { folder, articles, today, files } = workerData as EditToCheck;

/** Compared by message and file, because lines move. */
const key = ({ file, message }: Problem) => `${file} ${message}`;

function check(): CheckedEdit {
  const after = problemsIn(folder, articles, today, files);
  const left = [...after.warnings, ...after.toDo];
  if (after.problems.length + left.length === 0) return { problems: [], left };
  const before = problemsIn(folder, articles, today);
  const known = new Set([...before.problems, ...before.warnings, ...before.toDo].map(key));
  const isNew = (problem: Problem) => !known.has(key(problem));
  return { problems: after.problems.filter(isNew), left: left.filter(isNew) };
}

parentPort?.postMessage(check());
