/** A JSON object of which nothing is known yet. */
export type Json = Record<string, unknown>;

/** The value as an object; an empty one where it is something else. */
export function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The value as a list; an empty one where it is something else. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value where it is a text, else an empty one. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value where it is a number, else 0. */
export function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
