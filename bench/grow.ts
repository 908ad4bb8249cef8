import { seededRandom } from '../src/search/ranking/random.ts';
import type { Phrasing } from './engine.ts';

const FILLERS = ['please', 'hello', 'urgently', 'today', 'still', 'just', 'sorry', 'again'];

/** A phrasing varied as people vary them: a word left out, two swapped, a filler added, or a letter doubled. */
function varied(text: string, random: () => number): string {
  const words = text.split(' ');
  const at = Math.floor(random() * words.length);
  const word = words[at] ?? '';
  switch (Math.floor(random() * 4)) {
    case 0:
      return words.length > 3 ? words.toSpliced(at, 1).join(' ') : text;
    case 1:
      return words.toSpliced(at, 2, ...words.slice(at, at + 2).reverse()).join(' ');
    case 2:
      return words.toSpliced(at, 0, FILLERS[Math.floor(random() * FILLERS.length)] ?? '').join(' ');
    default: {
      const letter = Math.floor(random() * word.length);
      return words.with(at, word.slice(0, letter + 1) + word.slice(letter)).join(' ');
    }
  }
}

/**
 * A sample of `size` phrasings, spread evenly over the set. If the set is smaller, all of them and then variations of each
 * in turn, with one more change in each pass. The same set and size give the same phrasings.
 */
export function grow(phrasings: readonly Phrasing[], size: number): Phrasing[] {
  if (size <= phrasings.length) {
    const every = phrasings.length / size;
    return Array.from({ length: size }, (_, at) => phrasings[Math.floor(at * every)] as Phrasing);
  }
  const random = seededRandom(size);
  const grown = [...phrasings];
  for (let at = 0; grown.length < size; at++) {
    const { text, label } = grown[at] as Phrasing;
    grown.push({ text: varied(text, random), label });
  }
  return grown;
}
