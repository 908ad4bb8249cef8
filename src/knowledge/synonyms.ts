import { words } from '../text/normalise.ts';
import type { Place } from './knowledge.ts';
import type { Finding } from './problem.ts';
import type { SharedFileOf } from './schema.ts';

/**
 * Normalised word or phrase → its normalised term. With a finding for each that belongs to two terms, because only one
 * can be meant.
 */
export function synonymMap(synonyms: SharedFileOf<'words.yaml'>['synonyms']): {
  map: Map<string, string>;
  findings: Finding[];
} {
  const map = new Map<string, string>();
  const places = new Map<string, Place>();
  const findings: Finding[] = [];
  for (const [term, typed] of Object.entries(synonyms)) {
    for (const [index, word] of typed.entries()) {
      const [key, value] = [words(word).join(' '), words(term).join(' ')];
      const place = { file: 'words.yaml', path: ['synonyms', term, index] };
      if (key === '') findings.push({ place, message: `\`${word}\` holds no letter and no digit; leave it out` });
      const other = places.get(key);
      if (!other) {
        map.set(key, value);
        places.set(key, place);
      } else if (map.get(key) !== value) {
        findings.push({
          place,
          message: `\`${word}\` means \`${map.get(key)}\` already; keep it under one term`,
          other,
        });
      }
    }
  }
  return { map, findings };
}
