import type { Problem } from '../errors.ts';

type Path = Problem['path'];

/** Length as Discord counts it: code points. */
export function textLength(value: string): number {
  return [...value].length;
}

/** A problem at `path`, in Discord's terms. */
export function problem(path: Path, code: string, message: string): Problem {
  return { path, code, message };
}

/** The problem of a missing field. */
export function missing(path: Path): Problem {
  return problem(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}

/** Checks the length of an optional text; `min` is 0 if it may be empty. */
export function checkText(path: Path, value: unknown, max: number, min = 0): Problem[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'string') {
    return [problem(path, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.')];
  }
  const length = textLength(value);
  if (length >= min && length <= max) return [];
  return min > 0
    ? [problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)]
    : [problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)];
}

/** Checks a required text of 1 to `max` characters. */
export function checkRequiredText(path: Path, value: unknown, max: number): Problem[] {
  return value === undefined || value === null ? [missing(path)] : checkText(path, value, max, 1);
}

/** Checks the number of items in a list. */
export function checkCount(path: Path, items: unknown[], max: number, min = 0): Problem[] {
  if (items.length >= min && items.length <= max) return [];
  return min > 0
    ? [problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)]
    : [problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)];
}

/** The indexes of all values that occur more than once. */
export function repeated(values: unknown[]): number[] {
  return values.flatMap((value, index) => (value !== undefined && values.indexOf(value) < index ? [index] : []));
}
