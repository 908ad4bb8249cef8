import type { Place } from './knowledge.ts';
import type { Finding } from './problem.ts';

/** `said_by: article` means the article itself, so nothing else may be called that. */
export const ARTICLE = 'article';

/** A finding for every id that something before it in the list already has. */
export function repeatedIds(items: readonly { readonly id: string; readonly place: Place }[]): Finding[] {
  const first = new Map<string, Place>();
  return items.flatMap(({ id, place }): Finding[] => {
    if (id === ARTICLE) return [{ place, message: `\`${ARTICLE}\` stands for the article itself; choose another id` }];
    const other = first.get(id);
    if (other) return [{ place, message: `the id \`${id}\` is taken; choose another`, other }];
    first.set(id, place);
    return [];
  });
}
