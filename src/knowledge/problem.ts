import type { Place } from './knowledge.ts';

/** A place in a file as editors count it: lines and columns from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something that a curator has to fix. */
export interface Problem extends Position {
  readonly message: string;
}

/** A problem before its line is looked up. */
export interface Finding {
  readonly place: Place;
  readonly message: string;
  /** The other place, if two things conflict. */
  readonly other?: Place;
  /** Set for a broken reference: however many there are to the same thing, the cause is one. */
  readonly absent?: true;
}

/** `file:line:column`, which terminals and editors turn into a link. */
export function printPosition({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

/** One line for one problem: `file:line:column message`. */
export function printProblem(problem: Problem): string {
  return `${printPosition(problem)} ${problem.message}`;
}

/** The place of a field, or of an item of a field's list, inside `place`. */
export function within(place: Place, ...path: (string | number)[]): Place {
  return { ...place, path: [...place.path, ...path] };
}
