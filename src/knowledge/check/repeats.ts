/** Nothing occurs twice. */
import { normalise, words } from '../../text/normalise.ts';
import type { Place } from '../knowledge.ts';
import type { Finding } from '../problem.ts';
import { within } from '../problem.ts';
import { phrasingPlace, type Rule } from './subject.ts';

interface Placed {
  readonly place: Place;
  readonly text: string;
}

/** A text's words, as the search compares them: a question mark makes no difference. */
export function keyOf(text: string): string {
  return words(text).join(' ') || normalise(text);
}

function repeats(items: readonly Placed[], message: string): Finding[] {
  const first = new Map<string, Place>();
  return items.flatMap(({ place, text }): Finding[] => {
    const other = first.get(keyOf(text));
    if (other) return [{ place, message, other }];
    first.set(keyOf(text), place);
    return [];
  });
}

export const noFactStandsTwice: Rule = ({ knowledge }) =>
  repeats(
    [...knowledge.facts.values()].map(({ place, text }) => ({ place: within(place, 'text'), text })),
    'this fact is stated twice; keep one, with the paragraphs of both',
  );

/** Across questions, phrasings, small talk and outside subjects: the same words cannot mean two things. */
export const noPhrasingStandsTwice: Rule = ({ knowledge }) => {
  const entries = [...knowledge.entries.values()];
  return repeats(
    [
      ...entries.map(({ place, question }) => ({ place: within(place, 'question'), text: question })),
      ...entries.flatMap((entry) =>
        entry.phrasings.map((text, index) => ({ place: phrasingPlace(entry, index), text })),
      ),
      ...[...knowledge.smallTalk].flatMap(([subject, { phrasings }]) =>
        phrasings.map((text, index) => ({
          place: { file: 'small-talk.yaml', path: [subject, 'phrasings', index] },
          text,
        })),
      ),
      ...[...knowledge.outside].flatMap(([label, texts]) =>
        texts.map((text, index) => ({ place: { file: 'outside.yaml', path: [label, index] }, text })),
      ),
    ],
    'this is asked twice in the same words; keep it where it is answered best',
  );
};
