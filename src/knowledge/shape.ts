/** Validates a file's content against its schema, and reports differences in sentences. */
import { z } from 'zod';
import { didYouMean } from './closest.ts';
import type { Finding } from './problem.ts';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];
type Shaped<T> = { readonly value: T } | { readonly findings: readonly Finding[] };

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list, each item on a line of its own that begins with "- "',
  object: 'fields, each with a name and a colon',
  record: 'fields, each with a name and a colon',
};

const NUMBERS = ['number', 'int'];

function found(input: unknown, expected: string): string {
  if (input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'fields (a text that holds a colon needs double quotes round it)';
  if (typeof input === 'string') return 'a text';
  const named = typeof input === 'number' && !NUMBERS.includes(expected) ? `the number ${input}` : String(input);
  return expected === 'string' ? `${named} (in double quotes it would be a text)` : named;
}

/** Used only if the schema has no message of its own. */
function sentence(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `\`${String(issue.path?.at(-1))}\` is missing here`;
      return `this should be ${KINDS[issue.expected] ?? issue.expected}, and is ${found(issue.input, issue.expected)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `this text has ${String(issue.input).length} characters; ${issue.maximum} fit`
        : `at most ${issue.maximum} fit here`;
    case 'invalid_value':
      return `this should be one of ${issue.values.join(', ')}, and is ${JSON.stringify(issue.input)}`;
    case 'invalid_key':
      return issue.issues[0]?.message || 'this name does not fit';
    default:
      return `this does not fit (${issue.code})`;
  }
}

/** The names of a schema's fields at a path. */
function fieldsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return fieldsAt(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return fieldsAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return fieldsAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(schema.shape);
  const field: z.core.$ZodType | undefined = schema.shape[String(step)];
  return field ? fieldsAt(field, rest) : [];
}

function toFindings(issue: z.core.$ZodIssue, schema: z.ZodType, file: string): Finding[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code !== 'unrecognized_keys') return [{ place: { file, path }, message: issue.message }];
  const known = fieldsAt(schema, path);
  return issue.keys.map((key) => ({
    place: { file, path: [...path, key] },
    message: `there is no field \`${key}\` here (a wrong indent is a common cause)${didYouMean(key, known) || `; the fields are ${known.join(', ')}`}`,
  }));
}

/** The typed content of a file, or all errors in its shape. */
export function shapeOf<T>(schema: z.ZodType<T>, content: unknown, file: string): Shaped<T> {
  if (content === null)
    return { findings: [{ place: { file, path: [] }, message: 'this file is empty; fill it in or delete it' }] };
  const parsed = schema.safeParse(content, { error: sentence });
  return parsed.success
    ? { value: parsed.data }
    : { findings: parsed.error.issues.flatMap((issue) => toFindings(issue, schema, file)) };
}
