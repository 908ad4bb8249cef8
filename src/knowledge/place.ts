import type { Place } from './knowledge.ts';

/** The place of a field, or of an item of a field's list, inside `place`. */
export function within(place: Place, ...path: (string | number)[]): Place {
  return { ...place, path: [...place.path, ...path] };
}
