/** Proposes the sides: the most frequent names, for a curator to choose from. */
import { bareName, isPerson, namesIn } from './names.ts';
import type { ProposedSpeaker, Saying } from './speakers.ts';

const MOST = 4;
/** A party is mentioned in at least this many paragraphs. */
const PARAGRAPHS = 2;
/** How many letters "Russia" and "Russian", or "Turkey" and "Turkish", have in common at the start. */
const SHARED = 4;
const DEMONYM = /(?:an|ish|ese|i|ic)$/;

const isSame = (one: string, other: string): boolean =>
  one === other ||
  (!one.includes(' ') &&
    !other.includes(' ') &&
    one.length >= SHARED &&
    one.slice(0, SHARED) === other.slice(0, SHARED));

/** The sides to propose for some plain paragraphs. */
export function sidesIn(paragraphs: readonly string[], speakers: readonly ProposedSpeaker[]): readonly string[] {
  const people = new Set(speakers.filter(({ person }) => person).flatMap(({ name }) => [name, ...name.split(' ')]));
  const midSentence = new Set(paragraphs.flatMap((text) => namesIn(text).map(({ name }) => name)));
  const families: { names: string[]; paragraphs: Set<number> }[] = [];
  for (const [paragraph, text] of paragraphs.entries()) {
    for (const { name } of namesIn(text, (other) => midSentence.has(other))) {
      if (people.has(name) || isPerson(name)) continue;
      const family = families.find(({ names }) => names.some((other) => isSame(name, other)));
      if (family) {
        family.names.push(name);
        family.paragraphs.add(paragraph);
      } else families.push({ names: [name], paragraphs: new Set([paragraph]) });
    }
  }
  return families
    .filter((family) => family.paragraphs.size >= PARAGRAPHS)
    .sort((one, other) => other.paragraphs.size - one.paragraphs.size)
    .slice(0, MOST)
    .map(({ names }) => names.find((name) => !DEMONYM.test(name)) ?? names[0] ?? '');
}

/** The side in a speaker's name, or next to it in the sentence; undefined if there is none, or more than one. */
export function sideOf(
  { name }: ProposedSpeaker,
  sides: readonly string[],
  paragraphs: readonly string[],
  sayings: readonly Saying[],
): string | undefined {
  const held = sides.filter((side) =>
    bareName(name)
      .split(' ')
      .concat(name)
      .some((word) => isSame(side, word.replace(/'s$/, ''))),
  );
  if (held.length === 1) return held[0];
  const beside = new Set(
    sayings
      .filter((saying) => saying.name === name)
      .flatMap(({ paragraph, from, to }) => {
        const text = paragraphs[paragraph] ?? '';
        const begin = Math.max(text.slice(0, from).lastIndexOf('. ') + 1, 0);
        return namesIn(text.slice(begin, to), () => true).flatMap((near) =>
          sides.filter((side) => isSame(side, near.name)),
        );
      }),
  );
  return beside.size === 1 ? [...beside][0] : undefined;
}
