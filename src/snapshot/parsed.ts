/** Caches parsed YAML by folder, so that an edit of one article parses no other. */
import { isArticleId } from '../knowledge/layout.ts';
import { knownYaml, parseYaml } from '../knowledge/parse-yaml.ts';
import type { ParseFolder } from '../knowledge/parsed-files.ts';
import type { Cache } from './cache.ts';

/** Parses a folder's files, or reads the result from the cache; a folder with faults is not cached. */
export function cachedParser(cache: Cache): ParseFolder {
  return (name, { texts, hash }) => {
    // Only an article's id is certain to be a valid file name.
    const cachedAs = isArticleId(name) ? `parsed-${name}` : undefined;
    const known = cachedAs === undefined ? undefined : cache.read<ReadonlyMap<string, unknown>>(cachedAs, hash);
    if (known) return new Map(Array.from(texts, ([file, text]) => [file, knownYaml(text, known.get(file))]));
    const parsed = new Map(Array.from(texts, ([file, text]) => [file, parseYaml(text)]));
    const files = [...parsed];
    if (cachedAs !== undefined && files.every(([, { faults }]) => faults.length === 0))
      cache.write(cachedAs, hash, new Map(files.map(([file, { value }]) => [file, value])));
    return parsed;
  };
}
