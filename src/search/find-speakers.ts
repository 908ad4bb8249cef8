import type { Knowledge, Speaker } from '../knowledge/knowledge.ts';
import { words } from '../text/normalise.ts';
import { wordIndex } from './word-index.ts';

/** A speaker's names must match at least about half of what was typed. */
const LEAST_SHARE = 0.45;

/**
 * Returns a function that finds speakers by part of a name, alias or role, best first; for empty input, all of them.
 */
export function speakerFinder(knowledge: Knowledge): (typed: string) => readonly Speaker[] {
  const speakers = [...knowledge.speakers.values()];
  const search = wordIndex(
    speakers.map(({ name, aliases, role }) => [
      { words: words(name), weight: 1 },
      { words: aliases.flatMap(words), weight: 0.9 },
      { words: words(role), weight: 0.4 },
    ]),
  );
  const whole = new Map(
    speakers
      .toReversed()
      .flatMap((speaker) =>
        [speaker.id, ...speaker.aliases, speaker.name].map((name) => [words(name).join(' '), speaker] as const),
      ),
  );
  return (typed) => {
    const wanted = words(typed);
    if (wanted.length === 0) return typed.trim() === '' ? speakers : [];
    const exact = whole.get(wanted.join(' '));
    const found = search(wanted, true)
      .filter(({ share }) => share >= LEAST_SHARE)
      .flatMap(({ at }) => speakers[at] ?? []);
    return exact ? [exact, ...found.filter((speaker) => speaker !== exact)] : found;
  };
}
